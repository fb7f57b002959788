#include <asyncio/asyncio.hpp>
#include <iostream>

using asyncio::Coro;

Coro<void> ask(asyncio::Task<void> task) {
  try {
    co_await task;
  } catch (const asyncio::CancelledError& error) {
    std::cout << error.message().value_or("no message") << '\n';
  }
}

Coro<void> async_main() {
  auto task = asyncio::create_task(asyncio::sleep(std::chrono::seconds(5)));
  auto first = asyncio::create_task(ask(task));
  auto second = asyncio::create_task(ask(task));
  co_await asyncio::sleep(std::chrono::seconds(1));
  task.cancel("why");
  co_await asyncio::wait(first, second);
}

int main() { asyncio::run(async_main()); }
