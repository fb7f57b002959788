// Pitfall: a coroutine that is never awaited does nothing.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> write(std::string text) {
  co_await asyncio::sleep(100ms);
  std::println("{}", text);
}

Coro<void> wrong() {
  auto lost = write("never printed");
  co_await asyncio::sleep(200ms);
  lost.close();  // without it the library says what was forgotten
}

Coro<void> right() {
  co_await write("awaited");
  auto task = asyncio::create_task(write("a task"));
  co_await task;
}

Coro<void> async_main() {
  std::println("wrong:");
  co_await wrong();
  std::println("right:");
  co_await right();
}

int main() { asyncio::run(async_main()); }
