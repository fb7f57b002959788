// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Queue<int> queue(1);
  co_await queue.put(1);
  co_await queue.put(2);
}

int main() { asyncio::run(async_main()); }
