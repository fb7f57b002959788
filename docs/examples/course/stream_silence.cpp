// A time limit for each line: who says nothing for too long is hung up on.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> send(asyncio::StreamReader& stream) {
  for (auto pause : {100ms, 200ms, 500ms}) {
    co_await asyncio::sleep(pause);
    stream.feed_data("still here\n");
  }
}

Coro<void> async_main() {
  asyncio::StreamReader stream;
  auto sending = asyncio::create_task(send(stream));
  try {
    for (;;) {
      std::string line = co_await asyncio::wait_for(stream.readline(), 300ms);
      std::print("{}", line);
    }
  } catch (const asyncio::TimeoutError&) {
    std::println("hung up");
  }
  co_await sending;
}

int main() { asyncio::run(async_main()); }
