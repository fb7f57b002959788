// expect: finished "done" within 20s
// Ten thousand errors that nobody asks for.
#include <asyncio/asyncio.hpp>
#include <cstdio>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto fails = [](int i) -> asyncio::Coro<void> {
    throw std::runtime_error("error " + std::to_string(i));
    co_return;
  };
  for (int i = 0; i < 10'000; ++i) asyncio::create_task(fails(i));
  co_await asyncio::sleep(10ms);
  std::puts("done");
}

int main() { asyncio::run(async_main()); }
