// finds: deadlock 9
#include <asyncio/asyncio.hpp>

asyncio::Lock first, second;

asyncio::Coro<void> take(asyncio::Lock& one, asyncio::Lock& other) {
  auto held = co_await one.scoped_lock();
  co_await asyncio::yield_now();
  auto both = co_await other.scoped_lock();
}

asyncio::Coro<void> both() { co_await asyncio::gather(take(first, second), take(second, first)); }

int main() { asyncio::run(both()); }
