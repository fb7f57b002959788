#include <asyncio/asyncio.hpp>
#include <iostream>
#include <string>

using asyncio::Coro;
using asyncio::TaskGroup;

Coro<void> fetch(std::string name, int delay) {
  co_await asyncio::sleep(std::chrono::seconds(delay));
  if (name == "b") throw std::invalid_argument("no " + name);
  std::cout << "got " << name << '\n';
}

Coro<void> async_main() {
  try {
    co_await asyncio::with(TaskGroup(), [](TaskGroup& group) -> Coro<void> {
      group.create_task(fetch("a", 1));
      group.create_task(fetch("b", 2));
      group.create_task(fetch("c", 3));
      co_return;
    });
  } catch (const asyncio::ExceptionGroup& errors) {
    auto rest = errors.handle<std::invalid_argument>([](auto& error) {
      std::cout << "failed: " << error.what() << '\n';
    });
    if (rest) throw *rest;
  }
}

int main() { asyncio::run(async_main()); }
