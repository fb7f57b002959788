#include <asyncio/asyncio.hpp>
#include <iostream>
#include <numeric>

using namespace std::chrono_literals;
using asyncio::AsyncGenerator;
using asyncio::Coro;

AsyncGenerator<int> countdown(int n) {
  while (n > 0) {
    co_await asyncio::sleep(1s);
    co_yield n;
    --n;
  }
}

Coro<void> async_main() {
  auto numbers = countdown(3);
  while (auto n = co_await numbers.next()) std::cout << *n << '\n';

  auto all = co_await asyncio::collect(countdown(4));
  std::cout << std::accumulate(all.begin(), all.end(), 0) << '\n';
}

int main() { asyncio::run(async_main()); }
