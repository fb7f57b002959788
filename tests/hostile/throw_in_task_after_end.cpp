// expect: failed "late" or finished "done"
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <stdexcept>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto late = []() -> asyncio::Coro<void> {
    co_await asyncio::sleep(0s);
    throw std::runtime_error("late");
  };
  static auto task = asyncio::create_task(late());
  std::puts("done");
  co_return;
}

int main() { asyncio::run(async_main()); }
