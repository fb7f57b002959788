// What looks like a mistake and is none: a service until the end, tries one after another, a cancellation with
// clean-up.
#include <asyncio/asyncio.hpp>
#include <stdexcept>

using namespace std::chrono_literals;

asyncio::Coro<void> ticks() {
  for (;;) co_await asyncio::sleep(1s);
}

asyncio::Coro<void> serves(asyncio::Queue<int>& queue) {
  for (;;) co_await queue.get();
}

asyncio::Coro<int> tries(int attempt) {
  co_await asyncio::sleep(1s);
  if (attempt < 3) throw std::runtime_error("not yet");
  co_return attempt;
}

asyncio::Coro<void> cleans_up() {
  bool late = false;
  try {
    co_await asyncio::sleep(1h);
  } catch (const asyncio::CancelledError&) {
    late = true;
  }
  if (late) throw asyncio::CancelledError();
}

asyncio::Coro<void> times_out() {
  try {
    co_await asyncio::wait_for(asyncio::sleep(1h), 1s);
  } catch (const asyncio::TimeoutError&) {
  }
  co_await asyncio::sleep(1s);
}

asyncio::Coro<void> parent() {
  asyncio::Queue<int> queue;
  auto ticking = asyncio::create_task(ticks());
  auto serving = asyncio::create_task(serves(queue));
  for (int attempt = 1; attempt <= 3; ++attempt) {
    auto task = asyncio::create_task(tries(attempt));
    co_await asyncio::wait(task);
    if (!task.exception()) break;
  }
  auto cleaning = asyncio::create_task(cleans_up());
  co_await asyncio::create_task(times_out());
  cleaning.cancel();
  co_await asyncio::wait(cleaning);
}

int main() { asyncio::run(parent()); }
