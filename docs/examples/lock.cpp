#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

int balance = 0;

Coro<void> deposit(asyncio::Lock& lock, int amount) {
  auto guard = co_await lock.scoped_lock();
  const int before = balance;
  co_await asyncio::sleep(1s);
  balance = before + amount;
}

Coro<void> async_main() {
  asyncio::Lock lock;
  co_await asyncio::gather(deposit(lock, 10), deposit(lock, 20));
  std::cout << balance << '\n';
}

int main() { asyncio::run(async_main()); }
