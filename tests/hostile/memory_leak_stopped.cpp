// expect: stopped
// A gigabyte in use when Stop is pressed.
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (int n = 0; n < 28; ++n) {
    char* block = new char[32 << 20];
    for (int i = 0; i < 32 << 20; i += 4096) block[i] = 1;
  }
  std::puts("full");
  co_await asyncio::sleep(1h);
}

int main() { asyncio::run(async_main()); }
