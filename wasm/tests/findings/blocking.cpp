// finds: blocked 9
// clock: real
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> computes() {
  using Clock = std::chrono::steady_clock;
  co_await asyncio::sleep(1ms);
  const auto end = Clock::now() + 120ms;
  while (Clock::now() < end) {
  }
  co_await asyncio::sleep(1ms);
}

int main() { asyncio::run(computes()); }
