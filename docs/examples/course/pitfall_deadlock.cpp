// Pitfall: deadlock, two locks taken in opposite order; always take them in the same one.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> pay(std::string who, asyncio::Lock& first, asyncio::Lock& second) {
  auto one = co_await first.scoped_lock();
  co_await asyncio::sleep(100ms);
  auto two = co_await second.scoped_lock();
  std::println("{} has paid", who);
}

Coro<void> both(asyncio::Lock& ada, asyncio::Lock& bob, bool same_order) {
  auto& first = same_order ? ada : bob;
  auto& second = same_order ? bob : ada;
  try {
    co_await asyncio::wait_for(asyncio::gather(pay("ada", ada, bob), pay("bob", first, second)), 1s);
  } catch (const asyncio::TimeoutError&) {
    std::println("each waits for the other");
  }
}

Coro<void> async_main() {
  asyncio::Lock ada, bob;
  std::println("wrong:");
  co_await both(ada, bob, false);
  std::println("right:");
  co_await both(ada, bob, true);
}

int main() { asyncio::run(async_main()); }
