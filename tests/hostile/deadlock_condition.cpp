// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Condition condition;
  co_await condition.acquire();
  co_await condition.wait();
}

int main() { asyncio::run(async_main()); }
