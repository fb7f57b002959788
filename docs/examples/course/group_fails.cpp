// One task fails: its TaskGroup cancels the others and throws all errors as one.
#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> visit(std::string host, std::chrono::milliseconds time) {
  try {
    co_await asyncio::sleep(time);
  } catch (const asyncio::CancelledError&) {
    std::println("{}: called off", host);
    throw;
  }
  if (host == "b") throw std::invalid_argument("no such host: " + host);
  std::println("{}: visited", host);
}

Coro<void> async_main() {
  try {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& group) -> Coro<void> {
      group.create_task(visit("a", 100ms));
      group.create_task(visit("b", 200ms));
      group.create_task(visit("c", 300ms));
      co_return;
    });
  } catch (const asyncio::ExceptionGroup& errors) {
    auto rest = errors.handle<std::invalid_argument>([](auto& error) { std::println("{}", error.what()); });
    if (rest) throw *rest;
  }
}

int main() { asyncio::run(async_main()); }
