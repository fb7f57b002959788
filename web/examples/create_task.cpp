#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <vector>

using namespace std::chrono_literals;

asyncio::Coro<void> say_hello(std::string name) {
  std::println("Hello {}", name);
  co_await asyncio::sleep(1s);
  std::println("Goodbye {}", name);
}

asyncio::Coro<void> async_main() {
  std::vector tasks{
      asyncio::create_task(say_hello("Alice")),
      asyncio::create_task(say_hello("Bob")),
      asyncio::create_task(say_hello("Charlie")),
  };
  co_await asyncio::gather(tasks);
}

int main() { asyncio::run(async_main()); }
