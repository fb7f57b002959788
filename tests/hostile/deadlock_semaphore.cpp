// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Semaphore semaphore(0);
  co_await semaphore.acquire();
}

int main() { asyncio::run(async_main()); }
