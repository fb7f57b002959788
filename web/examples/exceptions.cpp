#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>

using namespace std::chrono_literals;

asyncio::Coro<void> risky_task() {
  co_await asyncio::sleep(1s);
  throw std::invalid_argument("An error occurred");
}

asyncio::Coro<void> async_main() {
  try {
    co_await risky_task();
  } catch (const std::invalid_argument& error) {
    std::println("Handled exception: {}", error.what());
  }
}

int main() { asyncio::run(async_main()); }
