// expect: failed "out of memory" within 60s
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (;;) {
    char* block = new char[32 << 20];
    for (int i = 0; i < 32 << 20; i += 4096) block[i] = 1;
    co_await asyncio::sleep(0s);
  }
}

int main() { asyncio::run(async_main()); }
