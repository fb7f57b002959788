#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;

asyncio::Coro<std::string> task1() {
  co_await asyncio::sleep(2s);
  co_return "Task 1 completed";
}

asyncio::Coro<std::string> task2() {
  co_await asyncio::sleep(1s);
  co_return "Task 2 completed";
}

asyncio::Coro<void> async_main() {
  // The results come in the order of the arguments, whichever is done first.
  auto [first, second] = co_await asyncio::gather(task1(), task2());
  std::println("['{}', '{}']", first, second);
}

int main() { asyncio::run(async_main()); }
