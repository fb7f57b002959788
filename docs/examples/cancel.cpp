#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> worker() {
  try {
    for (;;) {
      std::cout << "working\n";
      co_await asyncio::sleep(1s);
    }
  } catch (const asyncio::CancelledError&) {
    std::cout << "stopping\n";
    throw;
  }
}

Coro<void> async_main() {
  auto task = asyncio::create_task(worker());
  co_await asyncio::sleep(1500ms);
  task.cancel();
  try {
    co_await task;
  } catch (const asyncio::CancelledError&) {
    std::cout << "cancelled\n";
  }
}

int main() { asyncio::run(async_main()); }
