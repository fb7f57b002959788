// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Queue<int> queue;
  co_await queue.get();
}

int main() { asyncio::run(async_main()); }
