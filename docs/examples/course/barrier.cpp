// A barrier: nobody begins the next part before all have ended this one.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> hiker(std::string name, std::chrono::milliseconds pace, asyncio::Barrier& hut) {
  for (int day = 1; day <= 2; ++day) {
    co_await asyncio::sleep(pace);
    std::println("day {}: {} is at the hut", day, name);
    co_await hut.wait();
  }
}

Coro<void> async_main() {
  asyncio::Barrier hut(3);
  co_await asyncio::gather(hiker("ada", 300ms, hut), hiker("bob", 100ms, hut), hiker("eve", 200ms, hut));
  std::println("all are home");
}

int main() { asyncio::run(async_main()); }
