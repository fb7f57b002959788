#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;

// A coroutine: it starts when it is awaited.
asyncio::Coro<void> say_hello() {
  std::println("Hello");
  co_await asyncio::sleep(1s);
  std::println("World");
}

asyncio::Coro<void> async_main() { co_await say_hello(); }

// asyncio::run runs the event loop until async_main is done.
int main() { asyncio::run(async_main()); }
