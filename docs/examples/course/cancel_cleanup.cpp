// Cancelling a task throws CancelledError where it waits: clean up, and throw it on.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> download() {
  try {
    for (int part = 1;; ++part) {
      co_await asyncio::sleep(100ms);
      std::println("part {}", part);
    }
  } catch (const asyncio::CancelledError&) {
    std::println("removing what is there");
    throw;
  }
}

Coro<void> async_main() {
  auto task = asyncio::create_task(download());
  co_await asyncio::sleep(250ms);
  std::println("asked: {}", task.cancel());
  try {
    co_await task;
  } catch (const asyncio::CancelledError&) {
    std::println("it is cancelled");
  }
}

int main() { asyncio::run(async_main()); }
