// A stream gives lines as they come, in whatever pieces they were sent.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> send(asyncio::StreamReader& stream) {
  for (auto piece : {"Hel", "lo\nHow are", " you?\nB", "ye"}) {
    co_await asyncio::sleep(100ms);
    stream.feed_data(piece);
  }
  stream.feed_eof();
}

Coro<void> async_main() {
  asyncio::StreamReader stream;
  auto sending = asyncio::create_task(send(stream));
  for (;;) {
    std::string line = co_await stream.readline();
    if (line.empty()) break;
    if (line.back() == '\n') line.pop_back();
    std::println("<{}>", line);
  }
  co_await sending;
}

int main() { asyncio::run(async_main()); }
