// expect: stopped "waiting"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  std::puts("waiting");
  co_await asyncio::sleep(1h);
}

int main() { asyncio::run(async_main()); }
