// expect: finished "" or failed "memory" within 60s
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto one = [](int i) -> asyncio::Coro<int> { co_return i; };
  std::vector<asyncio::Coro<int>> calls;
  for (int i = 0; i < 60'000; ++i) calls.push_back(one(i));
  auto results = co_await asyncio::gather(std::move(calls));
  std::printf("%d results\n", int(results.size()));
}

int main() { asyncio::run(async_main()); }
