// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Lock lock;
  co_await lock.acquire();
  co_await lock.acquire();
}

int main() { asyncio::run(async_main()); }
