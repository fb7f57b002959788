// Pitfall: check, await, act: what was checked may not hold any more; use a lock, or act before you await.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> wrong(std::string who, int& seats) {
  if (seats > 0) {
    co_await asyncio::sleep(100ms);  // asks the bank
    --seats;
    std::println("{} has a seat", who);
  }
}

Coro<void> right(std::string who, int& seats) {
  if (seats > 0) {
    --seats;
    co_await asyncio::sleep(100ms);
    std::println("{} has a seat", who);
  }
}

Coro<void> async_main() {
  int seats = 1;
  co_await asyncio::gather(wrong("ada", seats), wrong("bob", seats));
  std::println("wrong: {} seats left", seats);
  seats = 1;
  co_await asyncio::gather(right("ada", seats), right("bob", seats));
  std::println("right: {} seats left", seats);
}

int main() { asyncio::run(async_main()); }
