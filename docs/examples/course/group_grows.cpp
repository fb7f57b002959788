// A task may add others to its group: the block ends when the last of them has ended.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> walk(asyncio::TaskGroup& group, std::string folder, int depth) {
  co_await asyncio::sleep(100ms);
  std::println("{}", folder);
  if (depth == 0) co_return;
  for (auto name : {"a", "b"}) group.create_task(walk(group, folder + "/" + name, depth - 1));
}

Coro<void> async_main() {
  co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& group) -> Coro<void> {
    group.create_task(walk(group, "home", 2));
    co_return;
  });
  std::println("seen all");
}

int main() { asyncio::run(async_main()); }
