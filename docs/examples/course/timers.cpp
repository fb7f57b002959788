// The loop's own timers: call_later calls a function, and its handle takes the call back.
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
  auto& loop = asyncio::get_running_loop();
  auto tea = loop.create_future<int>();
  loop.call_later(200ms, [&] { tea.set_result(85); });
  loop.call_later(100ms, [] { std::println("the water boils"); });
  auto alarm = loop.call_later(150ms, [] { std::println("never heard"); });
  alarm.cancel();
  loop.call_soon([] { std::println("the kettle is on"); });
  std::println("the tea has {} degrees", co_await tea);
}

int main() { asyncio::run(async_main()); }
