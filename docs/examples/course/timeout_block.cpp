// One time limit for several steps: what is over the limit is the step under way.
#include <asyncio/asyncio.hpp>
#include <array>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> step(std::string name) {
  co_await asyncio::sleep(200ms);
  std::println("{}", name);
}

Coro<void> async_main() {
  try {
    co_await asyncio::with(asyncio::timeout(500ms), []() -> Coro<void> {
      for (auto name : {"connect", "ask", "read"}) co_await step(name);
    });
  } catch (const asyncio::TimeoutError&) {
    std::println("out of time");
  }
}

int main() { asyncio::run(async_main()); }
