// finds: deadlock 13
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Lock lock;

asyncio::Coro<void> forgets() {
  co_await lock.acquire();
  co_await asyncio::yield_now();
}

asyncio::Coro<void> waits() { co_await lock.acquire(); }

asyncio::Coro<void> main_task() {
  auto one = asyncio::create_task(forgets());
  auto other = asyncio::create_task(waits());
  co_await one;
  co_await asyncio::sleep(1s);
}

int main() { asyncio::run(main_task()); }
