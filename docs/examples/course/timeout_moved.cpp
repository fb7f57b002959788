// A time limit that moves: each sign of life gives the other side more time.
#include <asyncio/asyncio.hpp>
#include <print>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
  auto& loop = asyncio::get_running_loop();
  auto patience = asyncio::timeout(300ms);
  try {
    co_await asyncio::with(patience, [&]() -> Coro<void> {
      for (auto pause : {200ms, 250ms, 400ms}) {
        co_await asyncio::sleep(pause);
        std::println("a beat");
        patience.reschedule(loop.time() + 300ms);
      }
    });
  } catch (const asyncio::TimeoutError&) {
    std::println("no beat any more, expired: {}", patience.expired());
  }
}

int main() { asyncio::run(async_main()); }
