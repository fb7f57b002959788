// What must not be cut short: shield lets the wait be cancelled, and the work go on.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> save() {
  co_await asyncio::sleep(300ms);
  std::println("written to the disk");
  co_return "saved";
}

Coro<void> async_main() {
  auto saving = asyncio::create_task(save());
  try {
    co_await asyncio::wait_for(asyncio::shield(saving), 100ms);
  } catch (const asyncio::TimeoutError&) {
    std::println("not waiting any longer");
  }
  std::println("still at work: {}", !saving.done());
  std::println("{}", co_await saving);
}

int main() { asyncio::run(async_main()); }
