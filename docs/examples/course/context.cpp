// A context variable: each task has its own copy, with no parameter passed.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> user("user", "nobody");

Coro<void> log(std::string text) {
  co_await asyncio::sleep(0s);
  std::println("[{}] {}", user.get(), text);
}

Coro<void> serve(std::string name, std::chrono::milliseconds delay) {
  user.set(name);
  co_await log("comes");
  co_await asyncio::sleep(delay);
  co_await log("goes");
}

Coro<void> async_main() {
  co_await asyncio::gather(serve("ada", 200ms), serve("bob", 100ms));
  co_await log("is left");
}

int main() { asyncio::run(async_main()); }
