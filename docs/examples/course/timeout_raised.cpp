// wait_for gives up: the work is cancelled, and TimeoutError is thrown.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> ask(std::chrono::milliseconds delay) {
  co_await asyncio::sleep(delay);
  co_return "an answer";
}

Coro<void> async_main() {
  for (auto delay : {100ms, 400ms}) {
    try {
      std::println("{}", co_await asyncio::wait_for(ask(delay), 200ms));
    } catch (const asyncio::TimeoutError&) {
      std::println("no answer in time");
    }
  }
}

int main() { asyncio::run(async_main()); }
