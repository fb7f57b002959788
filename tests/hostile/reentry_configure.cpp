// expect: finished "main"
#include <asyncio/asyncio.hpp>
#include <cstdio>

extern "C" void asyncio_configure(int, int);

asyncio::Coro<void> async_main() {
  for (int i = 0; i < 1000; ++i) {
    asyncio_configure(i, i / 2);
    co_await asyncio::sleep(std::chrono::seconds(0));
  }
}

int main() {
  asyncio_configure(-1, -1);
  asyncio::run(async_main());
  std::puts("main");
}
