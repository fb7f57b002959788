#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;

namespace {

/// Lets `wait` wait on one loop and be cancelled, then runs it on another one. \returns what the second one fails with.
std::string error_on_second_loop(const std::function<Coro<void>()>& wait) {
  auto bind = [&]() -> Coro<void> {
    auto task = create_task(wait());
    co_await yield_now();
    task.cancel();
    co_await asyncio::wait(task);
  };
  run(bind(), {.clock = virtual_clock});
  try {
    run(wait(), {.clock = virtual_clock});
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("A lock that was waited for on one loop cannot be waited for on another") {
  Lock lock;
  CHECK(error_on_second_loop([&]() -> Coro<void> {
          if (!lock.locked()) co_await lock.acquire();
          co_await lock.acquire();
        }) == "Lock is bound to a different event loop: make one in each run()");
}

TEST_CASE("Each primitive says that it belongs to another loop") {
  const auto error_of = [](const char* name) {
    return std::string(name) + " is bound to a different event loop: make one in each run()";
  };
  Event event;
  CHECK(error_on_second_loop([&]() -> Coro<void> { co_await event.wait(); }) == error_of("Event"));
  Semaphore semaphore(0);
  CHECK(error_on_second_loop([&]() -> Coro<void> { co_await semaphore.acquire(); }) == error_of("Semaphore"));
  Queue<int> queue;
  CHECK(error_on_second_loop([&]() -> Coro<void> { co_await queue.get(); }) == error_of("Queue"));
  Condition condition;
  CHECK(error_on_second_loop([&]() -> Coro<void> {
          auto guard = co_await condition.scoped_lock();
          co_await condition.wait();
        }) == error_of("Condition"));
}

TEST_CASE("A lock that nobody had to wait for can be used on one loop after the other") {
  Lock lock;
  auto use = [&]() -> Coro<void> {
    co_await lock.acquire();
    lock.release();
  };
  run(use());
  run(use());
  CHECK_FALSE(lock.locked());
}

TEST_CASE("A future of another loop cannot be awaited") {
  EventLoop other(virtual_clock);
  auto future = other.create_future<int>();
  auto await_it = [&]() -> Coro<void> { co_await future; };
  std::string text;
  try {
    run(await_it(), {.clock = virtual_clock});
  } catch (const std::runtime_error& e) {
    text = e.what();
  }
  CHECK(text.starts_with("Task <Task pending name='Task-"));
  CHECK(text.ends_with("got Future <Future pending> attached to a different loop"));
}

TEST_CASE("A future of another loop that is done already can be awaited") {
  EventLoop other(virtual_clock);
  auto future = other.create_future<int>();
  future.set_result(3);
  auto await_it = [&]() -> Coro<int> { co_return co_await future; };
  CHECK(run(await_it()) == 3);
}

TEST_CASE("A task cannot await itself") {
  auto outer = []() -> Coro<std::string> {
    Task<void> own;
    auto body = [](Task<void>& self) -> Coro<void> { co_await self; };
    own = create_task(body(own));
    auto result = co_await capture(own);
    co_return detail::what(result.exception());
  };
  CHECK(run(outer()).starts_with("Task cannot await on itself: <Task "));
}

TEST_CASE("Two loops on one thread keep their callbacks and their time apart") {
  EventLoop first(std::make_unique<LonelyHost>(), virtual_clock);
  EventLoop second(std::make_unique<LonelyHost>(), virtual_clock);
  using namespace std::chrono_literals;
  first.run_until_complete(asyncio::sleep(5s));
  CHECK(second.time() == TimePoint());
  second.run_until_complete(asyncio::sleep(2s));
  CHECK(first.time().time_since_epoch() == 5s);
  CHECK(second.time().time_since_epoch() == 2s);
}
