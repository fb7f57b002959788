// expect: stopped
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto restless = []() -> asyncio::Coro<void> {
    for (;;) co_await asyncio::sleep(0s);
  };
  std::vector<asyncio::Task<void>> tasks;
  for (int i = 0; i < 5'000; ++i) tasks.push_back(asyncio::create_task(restless()));
  std::puts("begun");
  co_await asyncio::sleep(1h);
}

int main() { asyncio::run(async_main()); }
