// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Barrier barrier(2);
  co_await barrier.wait();
}

int main() { asyncio::run(async_main()); }
