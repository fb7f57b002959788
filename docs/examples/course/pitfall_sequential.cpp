// Pitfall: awaiting one after the other takes the sum of the times, together only the longest.
#include <asyncio/asyncio.hpp>
#include <chrono>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> price(int shop) {
  co_await asyncio::sleep(shop * 100ms);
  co_return shop * 7;
}

Coro<int> wrong() {
  int total = 0;
  for (int shop : {1, 2, 3}) total += co_await price(shop);
  co_return total;
}

Coro<int> right() {
  auto [a, b, c] = co_await asyncio::gather(price(1), price(2), price(3));
  co_return a + b + c;
}

Coro<void> measure(std::string name, Coro<int> work) {
  auto& loop = asyncio::get_running_loop();
  auto begin = loop.time();
  int total = co_await std::move(work);
  auto tenths = std::chrono::round<std::chrono::milliseconds>(loop.time() - begin) / 100ms;
  std::println("{}: {} after {} tenths of a second", name, total, tenths);
}

Coro<void> async_main() {
  co_await measure("wrong", wrong());
  co_await measure("right", right());
}

int main() { asyncio::run(async_main()); }
