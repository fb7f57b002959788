// A queue with room for two: who fills it waits for who empties it.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> producer(asyncio::Queue<int>& belt) {
  for (int part = 1; part <= 5; ++part) {
    co_await belt.put(part);
    std::println("made {}", part);
  }
  belt.shutdown();
}

Coro<void> consumer(asyncio::Queue<int>& belt) {
  try {
    for (;;) {
      int part = co_await belt.get();
      co_await asyncio::sleep(100ms);
      std::println("packed {}", part);
    }
  } catch (const asyncio::QueueShutDown&) {
    std::println("no more comes");
  }
}

Coro<void> async_main() {
  asyncio::Queue<int> belt(2);
  co_await asyncio::gather(producer(belt), consumer(belt));
}

int main() { asyncio::run(async_main()); }
