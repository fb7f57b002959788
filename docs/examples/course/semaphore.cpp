// A semaphore lets only so many in at a time; the others queue.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> car(int number, asyncio::Semaphore& places) {
  auto place = co_await places.scoped_lock();
  std::println("car {} parks", number);
  co_await asyncio::sleep(number * 100ms);
  std::println("car {} leaves", number);
}

Coro<void> async_main() {
  asyncio::Semaphore places(2);
  co_await asyncio::gather(car(1, places), car(3, places), car(5, places), car(4, places));
}

int main() { asyncio::run(async_main()); }
