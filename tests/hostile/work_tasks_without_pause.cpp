// expect: failed "memory" or failed "abort()" within 90s
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto nothing = []() -> asyncio::Coro<void> { co_return; };
  for (;;) asyncio::create_task(nothing());
  co_return;
}

int main() { asyncio::run(async_main()); }
