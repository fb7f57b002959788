#include <stdexcept>
#include <thread>

#include "work.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

Coro<int> twice(int n) {
  co_await asyncio::sleep(1ms);
  co_return 2 * n;
}

/// A thread that is not the loop's own.
Coro<void> from_outside() {
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  auto done = loop.create_future<int>();
  std::thread thread([&loop, done]() mutable {
    auto result = asyncio::run_coroutine_threadsafe(twice(21), loop);
    loop.call_soon_threadsafe([done, value = result.get()]() mutable { done.set_result(value); });
  });
  const int value = co_await done;
  thread.join();
  if (value != 42) throw std::logic_error("another number came back");
}

}  // namespace

Coro<void> work_with_threads(Chance& chance) {
  std::vector<Coro<int>> calls;
  for (int i = 0; i < 20; ++i) calls.push_back(asyncio::to_thread([i] { return i; }));
  co_await asyncio::sleep(some_milliseconds(chance, 10));
  for (auto& call : calls) co_await std::move(call);
  auto failed =
      co_await asyncio::capture(asyncio::to_thread([]() -> int { throw std::runtime_error("as was asked"); }));
  if (failed) throw std::logic_error("the call did not fail");
  co_await from_outside();
}
