// Generators that read generators: each value goes through all of them before the next is made.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> numbers() {
  for (int number = 1; number <= 6; ++number) {
    co_await asyncio::sleep(100ms);
    std::println("make {}", number);
    co_yield number;
  }
}

asyncio::AsyncGenerator<int> even(asyncio::AsyncGenerator<int> source) {
  while (auto number = co_await source.next()) {
    if (*number % 2 == 0) co_yield *number;
  }
}

Coro<void> async_main() {
  auto source = even(numbers());
  while (auto number = co_await source.next()) std::println("got {}", *number);
}

int main() { asyncio::run(async_main()); }
