// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <vector>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Event event;
  auto waits = [&]() -> asyncio::Coro<void> { co_await event.wait(); };
  std::vector<asyncio::Coro<void>> all;
  for (int i = 0; i < 10'000; ++i) all.push_back(waits());
  co_await asyncio::gather(std::move(all));
}

int main() { asyncio::run(async_main()); }
