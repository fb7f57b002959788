// finds: neverAwaited 6
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> greet() { co_await asyncio::sleep(1s); }

asyncio::Coro<void> parent() {
  auto coroutine = greet();
  co_await asyncio::sleep(1s);
}

int main() { asyncio::run(parent()); }
