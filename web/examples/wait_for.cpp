#include <asyncio/asyncio.hpp>
#include <print>
#include <string>

using namespace std::chrono_literals;

asyncio::Coro<std::string> long_running_task() {
  try {
    co_await asyncio::sleep(10s);
    co_return "Finished";
  } catch (const asyncio::CancelledError&) {
    co_return "Cancelled";
  }
}

asyncio::Coro<void> async_main() {
  auto task = asyncio::create_task(long_running_task());
  try {
    std::string result = co_await asyncio::wait_for(task, 5s);
    std::println("{}", result);
  } catch (const asyncio::TimeoutError&) {
    task.cancel();
    std::println("Task timed out and was cancelled");
  }
}

int main() { asyncio::run(async_main()); }
