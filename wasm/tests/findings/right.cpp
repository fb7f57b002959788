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

/// Held across a wait, but for nobody who wants it; and for a moment, while others wait.
asyncio::Coro<void> holds(asyncio::Lock& lock, std::chrono::milliseconds time) {
  auto guard = co_await lock.scoped_lock();
  co_await asyncio::sleep(time);
}

/// Filled at once, and emptied later.
asyncio::Coro<void> fills_and_empties() {
  asyncio::Queue<int> queue;
  for (int item = 0; item < 200; ++item) queue.put_nowait(item);
  while (!queue.empty()) {
    co_await queue.get();
    co_await asyncio::yield_now();
  }
}

asyncio::Coro<void> parent() {
  asyncio::Lock lonely, shared;
  co_await asyncio::create_task(holds(lonely, 1h));
  co_await asyncio::gather(holds(shared, 10ms), holds(shared, 10ms));
  co_await asyncio::create_task(fills_and_empties());
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
