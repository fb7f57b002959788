// finds: swallowed 9
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> stubborn() {
  for (int turn = 0; turn < 3; ++turn) {
    try {
      co_await asyncio::sleep(1s);
    } catch (...) {
      // "Whatever it was, go on."
    }
  }
}

asyncio::Coro<void> parent() {
  auto task = asyncio::create_task(stubborn(), {.name = "stubborn"});
  co_await asyncio::sleep(500ms);
  task.cancel();
  co_await asyncio::wait(task);
}

int main() { asyncio::run(parent()); }
