// A task that sets an event wakes the one that waits for it.
#include <asyncio/asyncio.hpp>

asyncio::Coro<void> waits(asyncio::Event& event) { co_await event.wait(); }

asyncio::Coro<void> parent() {
  asyncio::Event event;
  auto waiter = asyncio::create_task(waits(event), {.name = "waiter"});
  co_await asyncio::yield_now();
  event.set();
  co_await waiter;
}

int main() { asyncio::run(parent()); }
