#include <asyncio/asyncio.hpp>
#include <iostream>
#include <numeric>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> square(int n) {
  co_await asyncio::sleep(100ms);
  if (n < 0) throw std::invalid_argument("negative");
  co_return n * n;
}

void print(const asyncio::Result<int>& result) {
  try {
    std::cout << result.value() << '\n';
  } catch (const std::exception& error) {
    std::cout << "error: " << error.what() << '\n';
  }
}

Coro<void> async_main() {
  auto [a, b] = co_await asyncio::gather(square(3), square(4));
  std::cout << a << ' ' << b << '\n';

  std::vector<Coro<int>> calls;
  for (int n = 0; n < 4; ++n) calls.push_back(square(n));
  auto all = co_await asyncio::gather(std::move(calls));
  std::cout << std::accumulate(all.begin(), all.end(), 0) << '\n';

  auto [c, d] = co_await asyncio::gather(
      asyncio::return_exceptions, square(5), square(-1));
  print(c);
  print(d);
}

int main() { asyncio::run(async_main()); }
