// Messages with their length in front: readuntil for the number, readexactly for the rest.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> send(asyncio::StreamReader& stream) {
  for (auto piece : {"5:he", "llo3:", "you6:cut"}) {
    co_await asyncio::sleep(100ms);
    stream.feed_data(piece);
  }
  stream.feed_eof();
}

Coro<void> async_main() {
  asyncio::StreamReader stream;
  auto sending = asyncio::create_task(send(stream));
  try {
    for (;;) {
      std::string length = co_await stream.readuntil(":");
      length.pop_back();
      std::println("{}", co_await stream.readexactly(std::stoi(length)));
    }
  } catch (const asyncio::IncompleteReadError& error) {
    std::println("cut short: {}", error.partial);
  }
  co_await sending;
}

int main() { asyncio::run(async_main()); }
