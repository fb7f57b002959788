#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> sleep_long() {
  try {
    co_await asyncio::sleep(10s);
  } catch (const asyncio::CancelledError&) {
    std::cout << "inside: CancelledError\n";
    throw;
  }
}

Coro<void> async_main() {
  asyncio::Timeout deadline = asyncio::timeout(1s);
  try {
    co_await asyncio::with(deadline, sleep_long);
  } catch (const asyncio::TimeoutError&) {
    std::cout << "outside: TimeoutError\n";
  }
  std::cout << (deadline.expired() ? "expired\n" : "in time\n");
}

int main() { asyncio::run(async_main()); }
