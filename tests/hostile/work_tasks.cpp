// expect: stopped
// Tasks that end, for ever: each is an entry of the timeline.
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto nothing = []() -> asyncio::Coro<void> { co_return; };
  for (;;) {
    for (int i = 0; i < 100; ++i) asyncio::create_task(nothing());
    co_await asyncio::sleep(0s);
  }
}

int main() { asyncio::run(async_main()); }
