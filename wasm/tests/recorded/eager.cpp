// An eager task runs inside the step of the task that makes it; both print.
#include <asyncio/asyncio.hpp>
#include <cstdio>
using namespace std::chrono_literals;

asyncio::Coro<int> child() {
  std::puts("child begins");
  co_await asyncio::sleep(2ms);
  std::puts("child goes on");
  co_return 1;
}

asyncio::Coro<void> parent() {
  std::puts("before");
  auto task = asyncio::create_task(child(), {.name = "child", .eager_start = true});
  std::puts("after");
  co_await task;
}

int main() { asyncio::run(parent()); }
