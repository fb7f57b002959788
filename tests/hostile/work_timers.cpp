// expect: finished "all" within 30s
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (int i = 0; i < 200'000; ++i) asyncio::get_running_loop().call_later(std::chrono::microseconds(i), [] {});
  co_await asyncio::sleep(300ms);
  std::puts("all");
}

int main() { asyncio::run(async_main()); }
