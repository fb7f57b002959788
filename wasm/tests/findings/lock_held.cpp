// finds: lockHeld 9
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> fetches(asyncio::Lock& lock, int& total) {
  auto guard = co_await lock.scoped_lock();
  ++total;
  co_await asyncio::sleep(5s);
}

asyncio::Coro<void> both() {
  asyncio::Lock lock;
  int total = 0;
  co_await asyncio::gather(fetches(lock, total), fetches(lock, total));
}

int main() { asyncio::run(both()); }
