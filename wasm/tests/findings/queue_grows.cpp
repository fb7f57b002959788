// finds: queueGrows 8
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> measures(asyncio::Queue<int>& queue) {
  for (int value = 0; value < 500; ++value) {
    co_await queue.put(value);
    co_await asyncio::sleep(1ms);
  }
}

asyncio::Coro<void> stores(asyncio::Queue<int>& queue) {
  for (;;) {
    co_await queue.get();
    co_await asyncio::sleep(20ms);
  }
}

asyncio::Coro<void> station() {
  asyncio::Queue<int> queue;
  auto storing = asyncio::create_task(stores(queue));
  co_await measures(queue);
}

int main() { asyncio::run(station()); }
