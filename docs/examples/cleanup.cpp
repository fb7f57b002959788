#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
  co_await asyncio::sleep(100ms);
  throw std::invalid_argument("bad input");
}

Coro<void> clean_up() {
  co_await asyncio::sleep(100ms);
  std::cout << "cleaned up\n";
}

Coro<void> guarded() {
  auto result = co_await asyncio::capture(work());
  co_await clean_up();
  result.value();  // goes on with the error, if there is one
}

Coro<void> async_main() {
  try {
    co_await guarded();
  } catch (const std::invalid_argument& error) {
    std::cout << "failed: " << error.what() << '\n';
  }
}

int main() { asyncio::run(async_main()); }
