#include <signal.h>

#include <asyncio/asyncio.hpp>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>
#include <vector>

#include "../support/echo.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

// What threads do to each other at the worst moment. With the thread sanitizer (preset tsan) each access tells. Only
// the test's own thread checks: Catch2 is not made for others.

TEST_CASE("Calls that are cancelled while threads begin and end them come back once each") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    asyncio::ThreadPool pool(3);
    std::atomic<int> calls{0};
    int finished = 0;
    for (int round = 0; round < 300; ++round) {
      auto call = loop.run_in_executor(&pool, [&calls] { ++calls; });
      for (int i = 0; i < round % 4; ++i) co_await asyncio::yield_now();
      call.cancel();
      co_await asyncio::wait(call);
      if (!call.cancelled()) ++finished;
    }
    pool.shutdown();
    CHECK(calls >= finished);
  }());
}

TEST_CASE("A loop may be closed while other threads hand it callbacks") {
  for (int round = 0; round < 20; ++round) {
    asyncio::EventLoop loop;
    int ran = 0;
    std::atomic<int> refused{0};
    const auto send = [&] {
      try {
        for (;;) loop.call_soon_threadsafe([&ran] { ++ran; });
      } catch (const std::runtime_error& error) {
        if (error.what() == std::string("Event loop is closed")) ++refused;
      }
    };
    std::thread first(send);
    std::thread second(send);
    const auto main = [&]() -> Coro<void> {
      while (ran < 20) co_await asyncio::yield_now();
    };
    loop.run_until_complete(main());
    loop.close();
    first.join();
    second.join();
    CHECK(ran >= 20);
    CHECK(refused == 2);
  }
}

TEST_CASE("A callback is cancelled by its thread while the loop begins to run it") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    std::atomic<bool> over{false};
    int ran = 0;
    std::thread other([&] {
      for (int round = 0; round < 500; ++round) {
        auto handle = loop.call_soon_threadsafe([&ran] { ++ran; });
        if (round % 2) std::this_thread::yield();
        handle.cancel();
      }
      over = true;
    });
    while (!over) co_await asyncio::yield_now();
    other.join();
    CHECK(ran <= 500);
  }());
}

TEST_CASE("Several threads have coroutines run by one loop") {
  asyncio::run([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    asyncio::Lock lock;
    int total = 0;
    const auto add = [&](int n) -> Coro<int> {
      auto guard = co_await lock.scoped_lock();
      co_await asyncio::yield_now();
      total += n;
      if (n == 0) throw std::out_of_range("nothing to add");
      co_return n;
    };
    const auto ask = [&] {
      int got = 0;
      for (int n = 0; n < 50; ++n) {
        try {
          got += asyncio::run_coroutine_threadsafe(add(n), loop).get();
        } catch (const std::out_of_range&) {
          got += 1000;
        }
      }
      return got;
    };
    auto [a, b, c] =
        co_await asyncio::gather(asyncio::to_thread(ask), asyncio::to_thread(ask), asyncio::to_thread(ask));
    constexpr int sum = 49 * 50 / 2;
    CHECK(total == 3 * sum);
    CHECK((a == 1000 + sum && b == a && c == a));
  }());
}

namespace {

asyncio::ContextVar<std::string> loop_name("loop_name", "none");

/// All that one loop does with threads, names and sockets. \returns whether all went well
Coro<bool> live(std::string own_name) {
  auto& loop = asyncio::get_running_loop();
  loop_name.set(own_name);
  auto server = co_await asyncio::start_server(echo, "localhost", 0, {.family = asyncio::AddressFamily::ipv4});
  const auto found = co_await loop.getaddrinfo("localhost", port_of(server), asyncio::AddressFamily::ipv4);
  bool good = !found.empty();
  auto [reader, writer] = co_await asyncio::open_connection("localhost", port_of(server));
  const std::string block = pattern(50'000);
  writer.write(block);
  const std::string back = co_await reader.readexactly(50'000);
  good = good && back == block;
  for (int n = 0; n < 10; ++n) {
    const auto seen = co_await asyncio::to_thread([] { return loop_name.get(); });
    auto failed = co_await asyncio::capture(asyncio::to_thread([] { throw std::out_of_range("elsewhere"); }));
    good = good && seen == own_name && !failed;
  }
  co_return good;
}

}  // namespace

TEST_CASE("Several loops use threads, names and sockets at once, and share nothing") {
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int n = 0; n < 4; ++n) threads.emplace_back([&good, n] { good += asyncio::run(live(std::to_string(n))); });
  for (std::thread& thread : threads) thread.join();
  CHECK(good == 4);
}

TEST_CASE("Signals come on any thread while loops begin and end") {
  const auto before = ::signal(SIGUSR1, SIG_IGN);
  std::atomic<bool> over{false};
  std::thread sender([&] {
    while (!over) ::raise(SIGUSR1);
  });
  int loops = 0;
  for (; loops < 50; ++loops) {
    asyncio::run([]() -> Coro<void> {
      auto& loop = asyncio::get_running_loop();
      asyncio::Event came;
      loop.add_signal_handler(SIGUSR1, [&came] { came.set(); });
      co_await came.wait();
      // More may come before the loop has ended: by then the event is gone.
      loop.remove_signal_handler(SIGUSR1);
    }());
  }
  CHECK(loops == 50);
  over = true;
  sender.join();
  ::signal(SIGUSR1, before);
}
