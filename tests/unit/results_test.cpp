#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

using Owner = std::unique_ptr<int>;

Coro<Owner> make_owner(int value) {
  co_await yield_now();
  co_return std::make_unique<int>(value);
}

Coro<int&> refer_to(int& value) {
  co_await yield_now();
  co_return value;
}

/// Has no default constructor and cannot be assigned to.
struct Stubborn {
  explicit Stubborn(int v) : value(v) {}
  Stubborn(const Stubborn&) = default;
  Stubborn& operator=(const Stubborn&) = delete;
  const int value;
};

Coro<Stubborn> make_stubborn(int value) {
  co_await yield_now();
  co_return Stubborn(value);
}

/// A context manager that gives what cannot be copied.
struct Lender {
  Coro<Owner> aenter() { co_return std::make_unique<int>(7); }
  Coro<bool> aexit(std::exception_ptr) { co_return false; }
};

}  // namespace

TEST_CASE("A coroutine gives a move-only result") {
  auto result = run(make_owner(1));
  CHECK(*result == 1);
}

TEST_CASE("A coroutine gives a reference, not a copy") {
  int value = 1;
  auto outer = [&]() -> Coro<void> {
    int& inner = co_await refer_to(value);
    inner = 2;
  };
  run(outer());
  CHECK(value == 2);
  CHECK(&run(refer_to(value)) == &value);
}

TEST_CASE("A constant result goes the ways of others") {
  const auto make = []() -> Coro<const std::string> {
    co_await yield_now();
    co_return "constant";
  };
  const auto main = [&]() -> Coro<const std::string> {
    const auto task = create_task(make());
    const std::string& kept = co_await task;
    CHECK(kept == "constant");
    std::vector<Coro<const std::string>> works;
    works.push_back(make());
    const auto all = co_await gather(std::move(works));
    CHECK(all.at(0) == "constant");
    const auto results = co_await gather(return_exceptions, make(), task);
    CHECK(*std::get<1>(results) == "constant");
    const auto waited = co_await wait_for(make(), 1s);
    CHECK(waited == "constant");
    const auto captured = co_await capture(make());
    CHECK(captured.value() == "constant");
    const auto shielded = co_await shield(make());
    CHECK(shielded == "constant");
    co_return co_await make();
  };
  CHECK(run(main(), {.clock = virtual_clock}) == "constant");
}

TEST_CASE("A task gives its move-only result by reference while a handle stays, and away with the last one") {
  auto outer = []() -> Coro<void> {
    auto task = create_task(make_owner(1));
    const Owner& seen = co_await task;
    CHECK(*seen == 1);
    CHECK(*task.result() == 1);
    Owner taken = co_await std::move(task);
    CHECK(*taken == 1);
  };
  run(outer());
}

TEST_CASE("A task of a reference gives the object itself") {
  int value = 1;
  auto outer = [&]() -> Coro<void> {
    auto task = create_task(refer_to(value));
    int& first = co_await task;
    CHECK(&first == &value);
    CHECK(&task.result() == &value);
    int& second = co_await std::move(task);
    CHECK(&second == &value);
  };
  run(outer());
}

TEST_CASE("A future takes a move-only value and gives it away") {
  step_by_hand([](EventLoop& loop) {
    auto future = loop.create_future<Owner>();
    future.set_result(std::make_unique<int>(3));
    CHECK(*future.result() == 3);
    Owner taken = std::move(future).result();
    CHECK(*taken == 3);
  });
}

TEST_CASE("A future of a reference names the object that it was given") {
  step_by_hand([](EventLoop& loop) {
    int value = 0;
    auto future = loop.create_future<int&>();
    future.set_result(value);
    CHECK(&future.result() == &value);
  });
}

TEST_CASE("gather() moves what cannot be copied out of its coroutines") {
  auto outer = []() -> Coro<void> {
    auto both = co_await gather(make_owner(1), make_owner(2));
    CHECK(*std::get<0>(both) == 1);
    CHECK(*std::get<1>(both) == 2);
  };
  run(outer());
}

TEST_CASE("gather() of a vector moves what cannot be copied") {
  auto outer = []() -> Coro<void> {
    std::vector<Coro<Owner>> work;
    work.push_back(make_owner(1));
    work.push_back(make_owner(2));
    std::vector<Owner> all = co_await gather(std::move(work));
    REQUIRE(all.size() == 2);
    CHECK(*all[1] == 2);
  };
  run(outer());
}

TEST_CASE("gather() with return_exceptions moves what cannot be copied") {
  auto outer = []() -> Coro<void> {
    auto both = co_await gather(return_exceptions, make_owner(1), make_owner(2));
    CHECK(**std::get<0>(both) == 1);
    std::vector<Coro<Owner>> work;
    work.push_back(make_owner(3));
    auto all = co_await gather(return_exceptions, std::move(work));
    REQUIRE(all.size() == 1);
    CHECK(**all[0] == 3);
  };
  run(outer());
}

TEST_CASE("gather() passes references on") {
  auto outer = []() -> Coro<void> {
    int a = 1, b = 2;
    auto both = co_await gather(refer_to(a), refer_to(b));
    CHECK(&std::get<0>(both) == &a);
    CHECK(&std::get<1>(both) == &b);
  };
  run(outer());
}

TEST_CASE("gather() has a monostate in the place of nothing") {
  auto outer = []() -> Coro<void> {
    auto all = co_await gather(yield_now(), make_owner(2), yield_now());
    CHECK(*std::get<1>(all) == 2);
    static_assert(std::is_same_v<decltype(all), std::tuple<std::monostate, Owner, std::monostate>>);
  };
  run(outer());
}

TEST_CASE("Results need no default constructor and no assignment") {
  auto outer = []() -> Coro<void> {
    auto plain = co_await make_stubborn(1);
    CHECK(plain.value == 1);
    auto task = create_task(make_stubborn(2));
    CHECK((co_await task).value == 2);
    auto both = co_await gather(make_stubborn(3), make_stubborn(4));
    CHECK(std::get<1>(both).value == 4);
    auto in_time = co_await wait_for(make_stubborn(5), 1s);
    CHECK(in_time.value == 5);
    auto captured = co_await capture(make_stubborn(6));
    CHECK(captured->value == 6);
    auto shielded = co_await shield(make_stubborn(7));
    CHECK(shielded.value == 7);
    auto all = co_await gather(return_exceptions, make_stubborn(8));
    CHECK(std::get<0>(all)->value == 8);
  };
  run(outer(), {.clock = virtual_clock});
  CHECK(run(make_stubborn(9)).value == 9);
}

TEST_CASE("wait_for() gives move-only results and references, in time and with no time left") {
  auto outer = []() -> Coro<void> {
    auto owner = co_await wait_for(make_owner(1), 1s);
    CHECK(*owner == 1);
    int value = 0;
    int& reference = co_await wait_for(refer_to(value), 1s);
    CHECK(&reference == &value);
    auto done = create_task(make_owner(2));
    co_await asyncio::sleep(1s);
    auto late = co_await wait_for(std::move(done), 0s);
    CHECK(*late == 2);
    auto waited = co_await wait_for(create_task(make_owner(3)), 1s);
    CHECK(*waited == 3);
  };
  run(outer(), {.clock = virtual_clock});
}

TEST_CASE("capture() gives move-only results and references") {
  auto outer = []() -> Coro<void> {
    auto owner = co_await capture(make_owner(1));
    CHECK(**owner == 1);
    Owner taken = std::move(owner).value();
    CHECK(*taken == 1);
    int value = 0;
    auto reference = co_await capture(refer_to(value));
    CHECK(&reference.value() == &value);
    auto task = co_await capture(create_task(make_owner(2)));
    CHECK(**task == 2);
  };
  run(outer());
}

TEST_CASE("shield() gives move-only results and references") {
  auto outer = []() -> Coro<void> {
    auto owner = co_await shield(make_owner(1));
    CHECK(*owner == 1);
    int value = 0;
    int& reference = co_await shield(refer_to(value));
    CHECK(&reference == &value);
  };
  run(outer());
}

TEST_CASE("as_completed() gives move-only results, and the tasks that hold them") {
  auto outer = []() -> Coro<void> {
    std::vector<Coro<Owner>> work;
    work.push_back(make_owner(1));
    work.push_back(make_owner(2));
    int sum = 0;
    auto completed = as_completed(std::move(work));
    for (auto&& next : completed) {
      Owner owner = co_await std::move(next);
      sum += *owner;
    }
    CHECK(sum == 3);
    std::vector<Task<Owner>> tasks;
    tasks.push_back(create_task(make_owner(3)));
    auto again = as_completed(tasks);
    auto task = co_await again.next();
    REQUIRE(task);
    CHECK(*task->result() == 3);
  };
  run(outer());
}

TEST_CASE("A queue hands over what cannot be copied") {
  auto outer = []() -> Coro<void> {
    Queue<Owner> queue(1);
    co_await queue.put(std::make_unique<int>(1));
    auto putting = create_task(queue.put(std::make_unique<int>(2)));
    auto first = co_await queue.get();
    CHECK(*first == 1);
    co_await putting;
    auto second = queue.try_get();
    REQUIRE(second);
    CHECK(**second == 2);
  };
  run(outer());
}

TEST_CASE("A priority queue hands over what cannot be copied") {
  struct ByValue {
    bool operator()(const Owner& a, const Owner& b) const { return *a < *b; }
  };
  auto outer = []() -> Coro<void> {
    PriorityQueue<Owner, ByValue> queue;
    for (int i : {2, 3, 1}) queue.put_nowait(std::make_unique<int>(i));
    for (int i : {1, 2, 3}) CHECK(*queue.get_nowait() == i);
    co_return;
  };
  run(outer());
}

TEST_CASE("with() gives the body a move-only value and returns its move-only result") {
  auto outer = []() -> Coro<void> {
    auto body = [](Owner& lent) -> Coro<Owner> { co_return std::move(lent); };
    Owner result = co_await with(Lender(), body);
    CHECK(*result == 7);
  };
  run(outer());
}

TEST_CASE("A task group makes tasks of move-only results") {
  auto outer = []() -> Coro<void> {
    Task<Owner> task;
    auto body = [&](TaskGroup& group) -> Coro<void> {
      task = group.create_task(make_owner(1));
      co_return;
    };
    co_await with(TaskGroup(), body);
    CHECK(*task.result() == 1);
  };
  run(outer());
}

TEST_CASE("A generator yields what cannot be copied") {
  auto numbers = []() -> AsyncGenerator<Owner> {
    co_yield std::make_unique<int>(1);
    co_yield std::make_unique<int>(2);
  };
  auto outer = [&]() -> Coro<void> {
    auto all = co_await collect(numbers());
    REQUIRE(all.size() == 2);
    CHECK(*all[1] == 2);
  };
  run(outer());
}

TEST_CASE("sleep() hands on a move-only result") {
  auto outer = []() -> Coro<void> {
    auto owner = co_await asyncio::sleep(1s, std::make_unique<int>(4));
    CHECK(*owner == 4);
  };
  run(outer(), {.clock = virtual_clock});
}

TEST_CASE("A result that is copied from a task is moved only for its last holder") {
  auto text = []() -> Coro<std::string> { co_return std::string(100, 'x'); };
  auto outer = [&]() -> Coro<void> {
    auto task = create_task(text());
    auto other = task;
    std::string copied = co_await std::move(task);
    CHECK(copied.size() == 100);
    CHECK(other.result().size() == 100);
    auto both = co_await gather(other, other);
    CHECK(std::get<0>(both) == std::get<1>(both));
    CHECK(other.result().size() == 100);
  };
  run(outer());
}
