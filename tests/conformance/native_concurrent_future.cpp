// What run_coroutine_threadsafe() returns: waited for with a timeout, cancelled, and awaited by another loop.
#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(int n) {
  co_await asyncio::sleep(10ms);
  co_return n * 10;
}

int cancelled = 0;

Coro<void> endless() {
  try {
    co_await asyncio::sleep(1h);
  } catch (const asyncio::CancelledError&) {
    ++cancelled;
    throw;
  }
}

Coro<void> awaits(asyncio::EventLoop& loop) {
  std::cout << co_await asyncio::wrap_future(asyncio::run_coroutine_threadsafe(work(2), loop)) << '\n';
  auto wrapped = asyncio::wrap_future(asyncio::run_coroutine_threadsafe(endless(), loop));
  co_await asyncio::wrap_future(asyncio::run_coroutine_threadsafe(work(3), loop));
  wrapped.cancel();
  try {
    co_await wrapped;
  } catch (const asyncio::CancelledError&) {
    std::cout << "awaits: cancelled\n";
  }
  co_await asyncio::wrap_future(asyncio::run_coroutine_threadsafe(work(4), loop));
}

const char* word(bool value) { return value ? "True" : "False"; }

void other_thread(asyncio::EventLoop& loop) {
  auto future = asyncio::run_coroutine_threadsafe(endless(), loop);
  try {
    future.result(20ms);
  } catch (const asyncio::TimeoutError&) {
    std::cout << "other: timeout " << word(future.done()) << '\n';
  }
  const bool first = future.cancel();
  std::cout << "other: " << word(first) << ' ' << word(future.done()) << ' ' << word(future.cancelled()) << ' '
            << word(future.cancel()) << '\n';
  try {
    future.result();
  } catch (const asyncio::CancelledError&) {
    std::cout << "other: cancelled\n";
  }
  auto done = asyncio::run_coroutine_threadsafe(work(1), loop);
  const int value = done.result(60s);
  std::cout << "other: " << value << ' ' << word(done.done()) << ' ' << word(done.cancelled()) << ' '
            << word(done.cancel()) << '\n';
  asyncio::run(awaits(loop));
}

Coro<void> async_main() {
  auto& loop = asyncio::get_running_loop();
  co_await asyncio::to_thread([&loop] { other_thread(loop); });
  std::cout << "cancelled: " << cancelled << '\n';
}

int main() { asyncio::run(async_main()); }
