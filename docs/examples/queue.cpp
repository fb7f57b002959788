#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> consumer(asyncio::Queue<int>& queue) {
  try {
    for (;;) {
      const int item = co_await queue.get();
      co_await asyncio::sleep(1s);
      std::cout << "did " << item << '\n';
    }
  } catch (const asyncio::QueueShutDown&) {
    std::cout << "no more\n";
  }
}

Coro<void> async_main() {
  asyncio::Queue<int> queue(1);
  auto worker = asyncio::create_task(consumer(queue));
  for (int item = 0; item < 3; ++item) {
    co_await queue.put(item);
    std::cout << "put " << item << '\n';
  }
  queue.shutdown();
  co_await worker;
}

int main() { asyncio::run(async_main()); }
