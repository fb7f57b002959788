// The first of several wins: wait for one, and cancel the others.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> mirror(std::string name, std::chrono::milliseconds delay) {
  try {
    co_await asyncio::sleep(delay);
    co_return name;
  } catch (const asyncio::CancelledError&) {
    std::println("{} is called off", name);
    throw;
  }
}

Coro<void> async_main() {
  std::vector<asyncio::Task<std::string>> runners;
  runners.push_back(asyncio::create_task(mirror("Oslo", 300ms)));
  runners.push_back(asyncio::create_task(mirror("Lima", 100ms)));
  runners.push_back(asyncio::create_task(mirror("Rome", 200ms)));
  auto [done, pending] = co_await asyncio::wait(runners, {.return_when = asyncio::FIRST_COMPLETED});
  for (auto& winner : done) std::println("{} wins", winner.result());
  for (auto& loser : pending) loser.cancel();
  co_await asyncio::wait(pending);
}

int main() { asyncio::run(async_main()); }
