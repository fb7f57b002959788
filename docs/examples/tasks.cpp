#include <asyncio/asyncio.hpp>
#include <iostream>
#include <string>

using asyncio::Coro;

Coro<int> work(std::string name, int delay) {
  std::cout << name << " starts\n";
  co_await asyncio::sleep(std::chrono::seconds(delay));
  std::cout << name << " ends\n";
  co_return delay;
}

Coro<void> async_main() {
  auto slow = asyncio::create_task(work("slow", 2), {.name = "S"});
  auto fast = asyncio::create_task(work("fast", 1));
  std::cout << "both are made\n";
  const int first = co_await slow;
  const int second = co_await fast;
  std::cout << first + second << '\n';
  std::cout << slow.get_name() << ' ' << slow.result() << '\n';
}

int main() { asyncio::run(async_main()); }
