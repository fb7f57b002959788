// A task fails, and the task that awaits it fails with it.
#include <asyncio/asyncio.hpp>
#include <stdexcept>

asyncio::Coro<void> failing() {
  co_await asyncio::yield_now();
  throw std::runtime_error("no luck");
}

asyncio::Coro<void> parent() { co_await asyncio::create_task(failing(), {.name = "failing"}); }

int main() { asyncio::run(parent()); }
