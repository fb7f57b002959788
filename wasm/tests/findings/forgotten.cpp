// finds: pendingAtExit 11
// finds: pendingAtExit 13
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> saves() { co_await asyncio::sleep(2s); }

asyncio::Coro<void> parent() {
  // Neither is awaited.
  auto one = asyncio::create_task(saves());
  co_await asyncio::sleep(1s);
  auto other = asyncio::create_task(saves());
}

int main() { asyncio::run(parent()); }
