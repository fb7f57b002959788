#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "../support/log_capture.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

TEST_CASE("A default executor whose threads do not end in time is left alone, with CPython's warning") {
  const LogCapture log;
  std::promise<void> release;
  auto released = release.get_future().share();
  asyncio::ThreadPool pool(1);
  asyncio::run([](asyncio::ThreadPool threads, std::shared_future<void> until, std::promise<void>& end) -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    loop.set_default_executor(threads);
    std::promise<std::thread::id> started;
    auto where = started.get_future();
    auto busy = loop.run_in_executor(nullptr, [&] {
      started.set_value(std::this_thread::get_id());
      until.wait();
    });
    CHECK(where.get() != std::this_thread::get_id());
    co_await loop.shutdown_default_executor(20ms);
    CHECK_FALSE(busy.done());
    CHECK_THROWS_AS(loop.run_in_executor(nullptr, [] {}), std::runtime_error);
    CHECK_THROWS_AS(loop.run_in_executor(&threads, [] {}), std::runtime_error);
    end.set_value();
    co_await busy;
  }(pool, released, release));
  CHECK(log.lines() == std::vector<std::string>{
                           "RuntimeWarning: The executor did not finishing joining its threads within 0.0 seconds."});
}

TEST_CASE("In debug mode a loop notices that another thread uses it as if it were its own") {
  asyncio::run(
      []() -> Coro<void> {
        auto& loop = asyncio::get_running_loop();
        const auto intrude = [&loop]() -> std::string {
          try {
            loop.call_soon([] {});
          } catch (const std::runtime_error& error) {
            return error.what();
          }
          return "nothing";
        };
        const std::string refused = co_await asyncio::to_thread(intrude);
        CHECK(refused ==
              "Non-thread-safe operation invoked on an event loop other than the current one: it, or a future or task "
              "of it, is used from a thread that is not its own; use call_soon_threadsafe(), or a Completer to set a "
              "future");
        loop.call_soon([] {});
        co_await asyncio::yield_now();
      }(),
      {.debug = true});
  // A loop that does not run belongs to nobody.
  asyncio::EventLoop loop;
  loop.set_debug(true);
  CHECK_NOTHROW(loop.call_soon([] {}));
}

TEST_CASE("A pool takes no work after its end, which may be waited for by several") {
  asyncio::ThreadPool pool(2);
  asyncio::run([](asyncio::ThreadPool threads) -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto three = [] { return 3; };
    const int result = co_await loop.run_in_executor(&threads, three);
    CHECK(result == 3);
    threads.shutdown(false);
    threads.shutdown(true);
    threads.shutdown();
    std::string refused;
    try {
      loop.run_in_executor(&threads, three);
    } catch (const std::runtime_error& error) {
      refused = error.what();
    }
    CHECK(refused == "cannot schedule new futures after shutdown");
  }(pool));
}
