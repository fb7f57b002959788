// expect: failed "asyncio::run" or failed "run()" or failed "constructor" or finished "main"
// The message says what is wrong, and where.
#include <asyncio/asyncio.hpp>
#include <cstdio>

asyncio::Coro<void> late() { co_await asyncio::sleep(std::chrono::milliseconds(1)); }
struct Global {
  Global() { asyncio::run(late()); }
} global;

int main() { std::puts("main"); }
