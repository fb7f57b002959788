#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;

namespace {

constexpr int million = 1'000'000;

Coro<int> nest(int depth) {
  if (depth == 0) co_return 0;
  co_return 1 + co_await nest(depth - 1);
}

Coro<int> nest_and_throw(int depth) {
  if (depth == 0) throw std::runtime_error("at the bottom");
  co_return 1 + co_await nest_and_throw(depth - 1);
}

Coro<int> nest_and_wait(int depth) {
  if (depth == 0) {
    co_await Event().wait();
    co_return 0;
  }
  co_return 1 + co_await nest_and_wait(depth - 1);
}

Coro<int> one() { co_return 1; }

Coro<int> one_later() {
  co_await yield_now();
  co_return 1;
}

Coro<int> await_next(std::vector<Task<int>>& tasks, std::size_t next) {
  if (next == tasks.size()) co_return 0;
  co_return 1 + co_await tasks[next];
}

}  // namespace

TEST_CASE("A million nested awaits return without growing the stack") { CHECK(run(nest(million)) == million); }

TEST_CASE("An exception passes through a million nested awaits") {
  CHECK_THROWS_AS(run(nest_and_throw(million)), std::runtime_error);
}

TEST_CASE("A chain of a million suspended coroutines is destroyed without growing the stack") {
  LogCapture log;
  step_by_hand([](EventLoop& loop) {
    loop.create_task(nest_and_wait(million));
    loop.run_once();
  });
  CHECK(log.lines().size() == 1);
}

TEST_CASE("A cancellation passes through a hundred thousand nested awaits") {
  step_by_hand([](EventLoop& loop) {
    auto task = loop.create_task(nest_and_wait(million / 10));
    loop.run_once();
    task.cancel();
    run_until_idle(loop);
    CHECK(task.cancelled());
  });
}

TEST_CASE("A million awaits one after the other, each of which ends at once, do not grow the stack") {
  auto outer = []() -> Coro<int> {
    int sum = 0;
    for (int i = 0; i < million; ++i) sum += co_await one();
    co_return sum;
  };
  CHECK(run(outer()) == million);
}

TEST_CASE("A million awaits of a future that is done do not grow the stack") {
  auto outer = []() -> Coro<int> {
    auto future = get_running_loop().create_future<int>();
    future.set_result(1);
    int sum = 0;
    for (int i = 0; i < million; ++i) sum += co_await future;
    co_return sum;
  };
  CHECK(run(outer()) == million);
}

TEST_CASE("A hundred thousand gathers, one after the other") {
  auto outer = []() -> Coro<int> {
    int sum = 0;
    for (int i = 0; i < 100'000; ++i) {
      auto both = co_await gather(one(), one_later());
      sum += std::get<0>(both) + std::get<1>(both);
    }
    co_return sum;
  };
  CHECK(run(outer()) == 200'000);
}

TEST_CASE("One gather of a hundred thousand coroutines") {
  auto outer = []() -> Coro<std::size_t> {
    std::vector<Coro<int>> work;
    for (int i = 0; i < 100'000; ++i) work.push_back(one_later());
    auto all = co_await gather(std::move(work));
    co_return all.size();
  };
  CHECK(run(outer()) == 100'000);
}

TEST_CASE("A million tasks, a hundred thousand at a time") {
  auto outer = []() -> Coro<int> {
    int ended = 0;
    auto work = [](int& end) -> Coro<void> {
      co_await yield_now();
      ++end;
    };
    for (int wave = 0; wave < 10; ++wave) {
      Task<void> last;
      for (int i = 0; i < million / 10; ++i) last = create_task(work(ended));
      co_await last;
    }
    co_return ended;
  };
  CHECK(run(outer()) == million);
}

TEST_CASE("A million sleeps of nothing take a million iterations") {
  auto outer = []() -> Coro<void> {
    for (int i = 0; i < million; ++i) co_await sleep(Duration::zero());
  };
  step_by_hand([&](EventLoop& loop) {
    auto task = loop.create_task(outer());
    CHECK(run_until_idle(loop) == million + 1);
    CHECK(task.done());
  });
}

TEST_CASE("A hundred thousand tasks, each of which awaits the next, end one an iteration") {
  step_by_hand([](EventLoop& loop) {
    std::vector<Task<int>> tasks(100'000);
    for (std::size_t i = tasks.size(); i-- > 0;) tasks[i] = loop.create_task(await_next(tasks, i + 1));
    run_until_idle(loop);
    CHECK(tasks.front().result() == static_cast<int>(tasks.size()) - 1);
  });
}

TEST_CASE("Ten thousand tasks, each of which awaits the next, are cancelled from the first to the last") {
  step_by_hand([](EventLoop& loop) {
    Event never;
    auto waits = [](Event& event) -> Coro<int> {
      co_await event.wait();
      co_return 0;
    };
    std::vector<Task<int>> tasks(10'000);
    tasks.back() = loop.create_task(waits(never));
    for (std::size_t i = tasks.size() - 1; i-- > 0;) tasks[i] = loop.create_task(await_next(tasks, i + 1));
    loop.run_once();
    tasks.front().cancel();
    run_until_idle(loop);
    for (const auto& task : tasks) REQUIRE(task.cancelled());
  });
}
