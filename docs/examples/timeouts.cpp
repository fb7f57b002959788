#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> answer(std::chrono::seconds delay) {
  co_await asyncio::sleep(delay);
  co_return 42;
}

Coro<void> async_main() {
  std::cout << co_await asyncio::wait_for(answer(1s), 2s) << '\n';
  try {
    co_await asyncio::wait_for(answer(3s), 2s);
  } catch (const asyncio::TimeoutError&) {
    std::cout << "too slow\n";
  }

  try {
    co_await asyncio::with(asyncio::timeout(5s), []() -> Coro<void> {
      std::cout << co_await answer(3s) << '\n';
      std::cout << co_await answer(3s) << '\n';
    });
  } catch (const asyncio::TimeoutError&) {
    std::cout << "too slow together\n";
  }
}

int main() { asyncio::run(async_main()); }
