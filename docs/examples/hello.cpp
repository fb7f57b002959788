#include <asyncio/asyncio.hpp>
#include <iostream>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> say_hello() {
  std::cout << "Hello\n";
  co_await asyncio::sleep(1s);
  std::cout << "World\n";
}

int main() { asyncio::run(say_hello()); }
