// expect: stopped
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (;;) co_await asyncio::sleep(0s);
}

int main() { asyncio::run(async_main()); }
