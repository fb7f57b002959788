// A task is cancelled while it sleeps, with a message, and cleans up.
#include <asyncio/asyncio.hpp>
#include <cstdio>
using namespace std::chrono_literals;

asyncio::Coro<void> worker() {
  auto slept = co_await asyncio::capture(asyncio::sleep(1h));
  co_await asyncio::sleep(1ms);
  std::puts("cleaned up");
  slept.value();
}

asyncio::Coro<void> parent() {
  auto task = asyncio::create_task(worker());
  task.set_name("worker");
  co_await asyncio::sleep(1ms);
  task.cancel("enough");
  co_await asyncio::gather(asyncio::return_exceptions, task);
}

int main() { asyncio::run(parent()); }
