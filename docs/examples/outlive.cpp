#include <asyncio/asyncio.hpp>
#include <iostream>

using asyncio::Coro;
using asyncio::TaskGroup;

Coro<void> wait_for_go(asyncio::Event& go, int number) {
  co_await go.wait();
  std::cout << number << " goes\n";
}

Coro<void> async_main() {
  asyncio::Event go;  // outlives the block, so it outlives the tasks
  co_await asyncio::with(TaskGroup(), [&](TaskGroup& group) -> Coro<void> {
    for (int number = 1; number <= 3; ++number) {
      group.create_task(wait_for_go(go, number));
    }
    go.set();
    co_return;
  });
}

int main() { asyncio::run(async_main()); }
