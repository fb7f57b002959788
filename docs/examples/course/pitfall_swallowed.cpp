// Pitfall: who catches a cancellation and goes on cannot be stopped; throw it on.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> wrong() {
  for (int turn = 1; turn <= 3; ++turn) {
    try {
      co_await asyncio::sleep(200ms);
      std::println("turn {}", turn);
    } catch (...) {
      std::println("something was thrown, never mind");
    }
  }
}

Coro<void> right() {
  for (int turn = 1; turn <= 3; ++turn) {
    try {
      co_await asyncio::sleep(200ms);
      std::println("turn {}", turn);
    } catch (const asyncio::CancelledError&) {
      std::println("stopping");
      throw;
    }
  }
}

Coro<void> stop(asyncio::Task<void> task) {
  co_await asyncio::sleep(300ms);
  task.cancel();
  co_await asyncio::wait(task);
  std::println("cancelled: {}", task.cancelled());
}

Coro<void> async_main() {
  co_await stop(asyncio::create_task(wrong()));
  co_await stop(asyncio::create_task(right()));
}

int main() { asyncio::run(async_main()); }
