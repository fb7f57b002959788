#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "../support/log_capture.hpp"

using asyncio::Completer;
using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

/// What awaiting a future gave whose completer a thread had.
template <class T, class F>
std::string outcome(F use) {
  std::string text = "a value";
  auto body = [](F& on_thread, std::string& out) -> Coro<void> {
    auto future = asyncio::get_running_loop().create_future<T>();
    std::thread thread([completer = Completer(future), &on_thread]() mutable { on_thread(std::move(completer)); });
    auto result = co_await asyncio::capture(future);
    thread.join();
    if (result.exception()) out = asyncio::detail::describe(result.exception());
  };
  asyncio::run(body(use, text));
  return text;
}

}  // namespace

TEST_CASE("A completer sets a future from another thread: a value, an error, a cancellation") {
  bool taken = false;
  CHECK(outcome<int>([&](Completer<int> completer) { taken = completer.set_result(3); }) == "a value");
  CHECK(taken);
  CHECK(outcome<void>([](Completer<void> completer) { completer.set_result(); }) == "a value");
  CHECK(outcome<std::unique_ptr<int>>([](auto completer) { completer.set_result(std::make_unique<int>(1)); }) ==
        "a value");
  CHECK(outcome<int>([](Completer<int> completer) { completer.set_exception(std::out_of_range("far")); }) ==
        "std::out_of_range: far");
  CHECK(outcome<int>([](Completer<int> completer) { completer.cancel(); }) == "asyncio::CancelledError: cancelled");
}

TEST_CASE("A completer that is dropped fails its future") {
  const std::string dropped =
      "asyncio::DestroyedError: Completer destroyed before it has set a result: whoever had it has let it go";
  CHECK(outcome<int>([](const Completer<int>&) {}) == dropped);
  CHECK(outcome<int>([](Completer<int> completer) { completer = Completer<int>(); }) == dropped);
}

TEST_CASE("A completer is used once") {
  const auto ended = outcome<int>([](Completer<int> completer) {
    completer.set_result(1);
    CHECK_FALSE(completer);
    CHECK_THROWS_AS(completer.set_result(2), asyncio::InvalidStateError);
    CHECK_THROWS_AS(completer.cancel(), asyncio::InvalidStateError);
    CHECK_THROWS_AS(Completer<int>().set_result(2), asyncio::InvalidStateError);
  });
  CHECK(ended == "a value");
}

TEST_CASE("A completer of a future that is done, or of a closed loop, is refused") {
  asyncio::EventLoop loop;
  auto future = loop.create_future<int>();
  auto open = loop.create_future<int>();
  future.set_result(1);
  CHECK_THROWS_AS(Completer(future), asyncio::InvalidStateError);
  loop.close();
  CHECK_THROWS_AS(Completer(open), std::runtime_error);
}

TEST_CASE("What comes after the future was cancelled is dropped, and the completer knows that nobody waits") {
  LogCapture log;
  asyncio::run([]() -> Coro<void> {
    auto future = asyncio::get_running_loop().create_future<int>();
    Completer completer(future);
    CHECK_FALSE(completer.cancelled());
    future.cancel();
    co_await asyncio::sleep(0ms);
    std::thread([&] {
      CHECK(completer.cancelled());
      CHECK(completer.set_result(1));
    }).join();
    co_await asyncio::sleep(0ms);
    co_await asyncio::sleep(0ms);
    CHECK(future.cancelled());
  }());
  CHECK(log.lines().empty());
}

TEST_CASE("What comes after the loop was closed is dropped on the thread that brings it") {
  Completer<std::shared_ptr<int>> completer;
  auto value = std::make_shared<int>(1);
  {
    asyncio::EventLoop loop;
    completer = Completer(loop.create_future<std::shared_ptr<int>>());
  }
  std::thread([&] { CHECK_FALSE(completer.set_result(value)); }).join();
  CHECK(value.use_count() == 1);
}

TEST_CASE("A completer that nobody waits for any more is dropped in silence") {
  LogCapture log;
  asyncio::run([]() -> Coro<void> {
    {
      const Completer completer(asyncio::get_running_loop().create_future<int>());
    }
    co_await asyncio::sleep(0ms);
    co_await asyncio::sleep(0ms);
  }());
  CHECK(log.lines().empty());
}

TEST_CASE("A completer that is dropped calls the callbacks of a future that nobody else holds") {
  LogCapture log;
  std::string text;
  asyncio::run([](std::string& heard) -> Coro<void> {
    Completer<int> completer;
    {
      auto future = asyncio::get_running_loop().create_future<int>();
      future.add_done_callback(
          [&heard](const asyncio::Future<int>& done) { heard = asyncio::detail::describe(done.exception()); });
      completer = Completer(future);
    }
    std::thread([dropped = std::move(completer)] {}).join();
    co_await asyncio::sleep(0ms);
    co_await asyncio::sleep(0ms);
    co_await asyncio::sleep(0ms);
  }(text));
  CHECK(text.starts_with("asyncio::DestroyedError: Completer destroyed"));
  CHECK(log.lines().empty());
}

TEST_CASE("Many threads complete many futures") {
  auto query = [](int n) -> Coro<int> {
    auto future = asyncio::get_running_loop().create_future<int>();
    // A std::function has to be copyable.
    auto completer = std::make_shared<Completer<int>>(future);
    const std::function<void()> answer = [completer, n] { completer->set_result(n); };
    std::thread thread(answer);
    const int value = co_await future;
    thread.join();
    co_return value;
  };
  auto body = [&]() -> Coro<int> {
    int sum = 0;
    for (int round = 0; round < 10; ++round) {
      std::vector<Coro<int>> all;
      for (int i = 0; i < 20; ++i) all.push_back(query(i));
      for (const int value : co_await asyncio::gather(std::move(all))) sum += value;
    }
    co_return sum;
  };
  CHECK(asyncio::run(body()) == 1900);
}

TEST_CASE("Virtual time passes no faster than real time while there is a completer") {
  auto body = []() -> Coro<int> {
    auto future = asyncio::get_running_loop().create_future<int>();
    std::thread thread([completer = Completer(future)]() mutable {
      std::this_thread::sleep_for(20ms);
      completer.set_result(1);
    });
    const int value = co_await asyncio::wait_for(future, 1h);
    thread.join();
    co_return value;
  };
  CHECK(asyncio::run(body(), {.clock = asyncio::virtual_clock}) == 1);
}

TEST_CASE("With virtual time, a completer that a timer of its own loop has is used in time") {
  auto body = []() -> Coro<int> {
    auto& loop = asyncio::get_running_loop();
    auto future = loop.create_future<int>();
    auto completer = std::make_shared<Completer<int>>(future);
    loop.call_later(5ms, [completer] { completer->set_result(1); });
    const auto begin = loop.time();
    const int value = co_await asyncio::wait_for(future, 1h);
    CHECK(loop.time() - begin == 5ms);
    co_return value;
  };
  CHECK(asyncio::run(body(), {.clock = asyncio::virtual_clock}) == 1);
}
