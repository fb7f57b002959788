// A TaskGroup waits for all its tasks at the end of its block.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> cook(std::string dish, std::chrono::milliseconds time) {
  co_await asyncio::sleep(time);
  std::println("{} is ready", dish);
  co_return dish;
}

Coro<void> async_main() {
  asyncio::Task<std::string> soup, bread;
  co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& group) -> Coro<void> {
    soup = group.create_task(cook("soup", 200ms));
    bread = group.create_task(cook("bread", 100ms));
    std::println("all is on the stove");
    co_return;
  });
  std::println("served: {} and {}", soup.result(), bread.result());
}

int main() { asyncio::run(async_main()); }
