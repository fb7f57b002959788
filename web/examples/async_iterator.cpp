#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;

asyncio::AsyncGenerator<int> async_range(int start, int end) {
  for (int current = start; current < end; ++current) {
    co_await asyncio::sleep(1s);  // Simulating async I/O operation
    co_yield current;
  }
}

asyncio::Coro<void> async_main() {
  auto numbers = async_range(1, 5);
  while (auto number = co_await numbers.next()) {
    std::println("{}", *number);
  }
}

int main() { asyncio::run(async_main()); }
