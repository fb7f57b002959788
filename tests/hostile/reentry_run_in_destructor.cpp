// expect: ended
#include <asyncio/asyncio.hpp>
#include <cstdio>

asyncio::Coro<void> late() {
  co_await asyncio::sleep(std::chrono::milliseconds(1));
  std::puts("late");
}
struct Global {
  ~Global() { asyncio::run(late()); }
} global;

int main() { std::puts("main"); }
