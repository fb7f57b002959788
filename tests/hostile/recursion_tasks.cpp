// expect: stopped or failed "memory" or failed "deep" or failed "overflow" within 30s
// A task that waits for a task that waits for a task.
#include <asyncio/asyncio.hpp>
#include <cstdio>

asyncio::Coro<int> deeper(int n) {
  auto next = asyncio::create_task(deeper(n + 1));
  co_return co_await next;
}

int main() { std::printf("%d\n", asyncio::run(deeper(0))); }
