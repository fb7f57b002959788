// A pipeline of two stages with a queue between: the end is passed on by shutdown.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> read(asyncio::Queue<std::string>& words) {
  for (auto word : {"one", "three", "seven", "eleven"}) {
    co_await asyncio::sleep(100ms);
    co_await words.put(word);
  }
  words.shutdown();
}

Coro<void> measure(asyncio::Queue<std::string>& words, asyncio::Queue<std::size_t>& sizes) {
  try {
    for (;;) {
      std::string word = co_await words.get();
      co_await sizes.put(word.size());
    }
  } catch (const asyncio::QueueShutDown&) {
    sizes.shutdown();
  }
}

Coro<void> async_main() {
  asyncio::Queue<std::string> words(1);
  asyncio::Queue<std::size_t> sizes(1);
  auto reading = asyncio::create_task(read(words));
  auto measuring = asyncio::create_task(measure(words, sizes));
  std::size_t total = 0;
  try {
    for (;;) {
      std::size_t size = co_await sizes.get();
      total += size;
      std::println("{} letters", size);
    }
  } catch (const asyncio::QueueShutDown&) {
    std::println("{} in all", total);
  }
  co_await asyncio::gather(reading, measuring);
}

int main() { asyncio::run(async_main()); }
