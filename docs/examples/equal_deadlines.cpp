#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
  auto& loop = asyncio::get_running_loop();
  const auto when = loop.time() + 1s;
  for (int number = 1; number <= 6; ++number) {
    loop.call_at(when, [number] { std::cout << number << '\n'; });
  }
  co_await asyncio::sleep(2s);
}

int main() { asyncio::run(async_main()); }
