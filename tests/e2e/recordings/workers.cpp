// What tests/e2e/recordings/workers.asynclog was recorded of: see the README there.
#include <asyncio/asyncio.hpp>
#include <stdexcept>
#include <string>

using asyncio::Coro;
using namespace std::chrono_literals;

Coro<void> nap(std::chrono::milliseconds time) { co_await asyncio::sleep(time); }

Coro<void> worker(asyncio::Lock& lock, std::chrono::milliseconds time) {
  auto held = co_await lock.scoped_lock();
  co_await nap(time);
}

Coro<void> broken() {
  co_await asyncio::sleep(5ms);
  throw std::runtime_error("no luck");
}

Coro<void> async_main() {
  asyncio::Lock lock;
  auto first = asyncio::create_task(worker(lock, 20ms));
  auto second = asyncio::create_task(worker(lock, 30ms));
  auto endless = asyncio::create_task(worker(lock, 1h), {.name = "endless"});
  auto bad = asyncio::create_task(broken());
  co_await first;
  co_await second;
  endless.cancel("enough");
  try {
    co_await endless;
  } catch (const asyncio::CancelledError&) {
  }
  try {
    co_await bad;
  } catch (const std::runtime_error&) {
  }
}

int main() { asyncio::run(async_main()); }
