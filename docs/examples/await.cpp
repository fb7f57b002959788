#include <asyncio/asyncio.hpp>
#include <iostream>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> parse(std::string text) {
  co_await asyncio::sleep(100ms);
  co_return std::stoi(text);
}

Coro<void> async_main() {
  std::cout << co_await parse("42") << '\n';
  try {
    co_await parse("none");
  } catch (const std::invalid_argument&) {
    std::cout << "not a number\n";
  }
}

int main() { asyncio::run(async_main()); }
