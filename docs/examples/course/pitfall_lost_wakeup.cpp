// Pitfall: a lost wake-up: a signal that nobody waited for is gone; keep the state, and check it.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> sleeper(asyncio::Event& bell) {
  co_await asyncio::sleep(200ms);  // busy when it rings
  co_await bell.wait();
}

Coro<void> ring(asyncio::Event& bell, bool stays_set) {
  co_await asyncio::sleep(100ms);
  bell.set();
  if (!stays_set) bell.clear();
}

Coro<void> morning(std::string name, bool stays_set) {
  asyncio::Event bell;
  try {
    co_await asyncio::wait_for(asyncio::gather(sleeper(bell), ring(bell, stays_set)), 1s);
    std::println("{}: awake", name);
  } catch (const asyncio::TimeoutError&) {
    std::println("{}: still asleep", name);
  }
}

Coro<void> async_main() {
  co_await morning("wrong", false);
  co_await morning("right", true);
}

int main() { asyncio::run(async_main()); }
