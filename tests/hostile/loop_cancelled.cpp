// expect: stopped
// A task that takes no cancellation.
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (;;) try {
      asyncio::current_task().cancel();
      co_await asyncio::sleep(1h);
    } catch (...) {
    }
}

int main() { asyncio::run(async_main()); }
