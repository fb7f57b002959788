// A generator that is not read to its end: close it, and it cleans up at once.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

struct Cursor {
  Cursor() { std::println("cursor opened"); }
  ~Cursor() { std::println("cursor closed"); }
};

asyncio::AsyncGenerator<int> rows() {
  Cursor cursor;
  for (int row = 1;; ++row) {
    co_await asyncio::sleep(100ms);
    co_yield row;
  }
}

Coro<void> async_main() {
  auto all = rows();
  while (auto row = co_await all.next()) {
    std::println("row {}", *row);
    if (*row == 3) break;
  }
  co_await all.aclose();
  std::println("done");
}

int main() { asyncio::run(async_main()); }
