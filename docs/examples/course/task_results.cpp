// What a task that has ended holds: a value, an error, or that it was cancelled.
#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> divide(int dividend, int divisor) {
  co_await asyncio::sleep(100ms);
  if (divisor == 0) throw std::domain_error("division by zero");
  co_return dividend / divisor;
}

Coro<void> async_main() {
  auto good = asyncio::create_task(divide(42, 6));
  auto bad = asyncio::create_task(divide(1, 0));
  auto late = asyncio::create_task(divide(9, 3));
  late.cancel();
  std::println("done before the wait: {}", good.done());
  co_await asyncio::wait(good, bad, late);
  std::println("result: {}", good.result());
  try {
    bad.result();
  } catch (const std::domain_error& error) {
    std::println("error: {}", error.what());
  }
  std::println("cancelled: {}", late.cancelled());
}

int main() { asyncio::run(async_main()); }
