// A future is a result that somebody else sets: the bridge from callbacks to await.
#include <asyncio/asyncio.hpp>
#include <functional>
#include <print>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using asyncio::Coro;

// As an older library might have it.
void measure(std::function<void(int)> report) {
  asyncio::get_running_loop().call_later(200ms, [report] { report(21); });
}

Coro<int> temperature() {
  auto future = asyncio::get_running_loop().create_future<int>();
  measure([future](int degrees) mutable { future.set_result(degrees); });
  co_return co_await future;
}

Coro<void> async_main() {
  std::println("measuring");
  std::println("{} degrees", co_await temperature());
}

int main() { asyncio::run(async_main()); }
