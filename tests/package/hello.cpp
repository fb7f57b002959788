#include <asyncio/asyncio.hpp>
#include <iostream>

asyncio::Coro<void> hello() {
  co_await asyncio::sleep(std::chrono::milliseconds(1));
  std::cout << "hello from asyncio\n";
}

int main() { asyncio::run(hello()); }
