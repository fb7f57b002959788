#include <asyncio/asyncio.hpp>
#include <iostream>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::Task<void> greet_later(std::string name) {
  // A lambda with captures would die with this function, and its coroutine would read dead captures.
  // Parameters live in the coroutine's own frame.
  auto greet = [](std::string who) -> Coro<void> {
    co_await asyncio::sleep(1s);
    std::cout << "hello " << who << '\n';
  };
  return asyncio::create_task(greet(std::move(name)));
}

Coro<void> async_main() {
  co_await greet_later("task");

  // with() keeps the body and its captures until the body has ended.
  const std::string name = "block";
  co_await asyncio::with(asyncio::timeout(5s), [&]() -> Coro<void> {
    co_await asyncio::sleep(1s);
    std::cout << "hello " << name << '\n';
  });
}

int main() { asyncio::run(async_main()); }
