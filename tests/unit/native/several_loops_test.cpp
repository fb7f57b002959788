#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <latch>
#include <thread>

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

Coro<int> work(int steps) {
  Queue<int> queue(3);
  auto produce = [](Queue<int>& q, int n) -> Coro<void> {
    for (int i = 0; i < n; ++i) co_await q.put(i);
    q.shutdown();
  };
  auto producing = create_task(produce(queue, steps));
  int sum = 0;
  for (;;) {
    auto item = co_await capture(queue.get());
    if (!item) break;
    sum += *item;
    co_await asyncio::sleep(1ms);
  }
  co_await producing;
  co_return sum;
}

}  // namespace

TEST_CASE("Each thread runs a loop of its own, at the same time") {
  std::array<int, 4> sums{};
  {
    std::vector<std::jthread> threads;
    for (int& sum : sums) threads.emplace_back([&sum] { sum = run(work(200), {.clock = virtual_clock}); });
  }
  CHECK(sums == std::array{19900, 19900, 19900, 19900});
}

TEST_CASE("The running loop is the thread's own") {
  auto outer = []() -> Coro<void> {
    EventLoop* seen = &get_running_loop();
    std::jthread([&] { seen = get_running_loop_or_null(); }).join();
    CHECK(seen == nullptr);
    co_return;
  };
  run(outer());
}

TEST_CASE("Callbacks from many threads all reach the loop, those of one thread in their order") {
  constexpr int threads = 4, each = 500;
  auto outer = []() -> Coro<void> {
    EventLoop& loop = get_running_loop();
    std::array<int, threads> next{};
    int wrong = 0, total = 0;
    auto all_came = loop.create_future();
    std::vector<std::jthread> senders;
    for (std::size_t t = 0; t < threads; ++t) {
      senders.emplace_back([&, t] {
        for (int i = 0; i < each; ++i) {
          loop.call_soon_threadsafe([&, t, i] {
            if (next[t]++ != i) ++wrong;
            if (++total == threads * each) all_came.set_result();
          });
        }
      });
    }
    co_await all_came;
    CHECK(wrong == 0);
    CHECK(total == threads * each);
  };
  run(outer());
}

TEST_CASE("A callback from another thread wakes a loop that waits") {
  auto outer = []() -> Coro<int> {
    EventLoop& loop = get_running_loop();
    auto future = loop.create_future<int>();
    std::latch waiting(1);
    std::jthread sender([&] {
      waiting.wait();
      loop.call_soon_threadsafe([&] { future.set_result(6); });
    });
    loop.call_soon([&] { waiting.count_down(); });
    co_return co_await future;
  };
  CHECK(run(outer()) == 6);
}

TEST_CASE("A coroutine that was made on one thread may be run on another") {
  auto coroutine = work(10);
  int sum = 0;
  std::jthread([&] { sum = run(std::move(coroutine), {.clock = virtual_clock}); }).join();
  CHECK(sum == 45);
}
