#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;

asyncio::Lock lock;

asyncio::Coro<void> critical_section(std::string name) {
  auto guard = co_await lock.scoped_lock();  // Released when the guard goes out of scope
  std::println("{} has entered the critical section", name);
  co_await asyncio::sleep(2s);
  std::println("{} is leaving the critical section", name);
}

asyncio::Coro<void> async_main() {
  co_await asyncio::gather(critical_section("Task1"), critical_section("Task2"));
}

int main() { asyncio::run(async_main()); }
