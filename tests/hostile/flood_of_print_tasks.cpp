// expect: stopped "left out"
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto noisy = [](int n) -> asyncio::Coro<void> {
    for (int i = 0;; ++i) {
      std::printf("%d %d\n", n, i);
      co_await asyncio::sleep(0s);
    }
  };
  std::vector<asyncio::Task<void>> tasks;
  for (int n = 0; n < 100; ++n) tasks.push_back(asyncio::create_task(noisy(n)));
  co_await asyncio::sleep(1h);
}

int main() { asyncio::run(async_main()); }
