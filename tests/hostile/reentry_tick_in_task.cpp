// expect: failed "asyncio_tick() was called by the program itself"
// A turn of the loop within a turn of the loop.
#include <asyncio/asyncio.hpp>
#include <cstdio>

extern "C" double asyncio_tick(double);

asyncio::Coro<void> other() {
  std::puts("other");
  co_await asyncio::sleep(std::chrono::milliseconds(1));
}

asyncio::Coro<void> async_main() {
  auto task = asyncio::create_task(other());
  for (int i = 0; i < 10; ++i) asyncio_tick(5);
  co_await task;
  std::puts("done");
}

int main() { asyncio::run(async_main()); }
