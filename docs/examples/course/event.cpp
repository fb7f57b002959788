// An event lets all go who wait for it, and all who come later.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> runner(std::string name, asyncio::Event& start) {
  std::println("{} is ready", name);
  co_await start.wait();
  std::println("{} runs", name);
}

Coro<void> async_main() {
  asyncio::Event start;
  auto ada = asyncio::create_task(runner("ada", start));
  auto bob = asyncio::create_task(runner("bob", start));
  co_await asyncio::sleep(100ms);
  std::println("bang");
  start.set();
  co_await asyncio::gather(ada, bob);
  co_await runner("the late one", start);
}

int main() { asyncio::run(async_main()); }
