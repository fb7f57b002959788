// Tasks take turns: each runs until it awaits something that is not there yet.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> count(std::string name) {
  for (int number = 1; number <= 3; ++number) {
    std::println("{} {}", name, number);
    co_await asyncio::sleep(0s);
  }
}

Coro<void> async_main() {
  auto left = asyncio::create_task(count("left"));
  auto right = asyncio::create_task(count("right"));
  std::println("nothing has run yet");
  co_await left;
  co_await right;
}

int main() { asyncio::run(async_main()); }
