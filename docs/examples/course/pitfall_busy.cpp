// Pitfall: a step that computes for long holds up all tasks; give the others their turn.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> clock() {
  for (int tick = 1; tick <= 3; ++tick) {
    std::println("tick {}", tick);
    co_await asyncio::sleep(0s);
  }
}

Coro<void> sum(bool gives_way) {
  long total = 0;
  for (int number = 0; number < 3000; ++number) {
    total += number;
    if (gives_way && number % 1000 == 0) co_await asyncio::sleep(0s);
  }
  std::println("the sum is {}", total);
}

Coro<void> async_main() {
  std::println("wrong:");
  co_await asyncio::gather(sum(false), clock());
  std::println("right:");
  co_await asyncio::gather(sum(true), clock());
}

int main() { asyncio::run(async_main()); }
