// Some may fail: return_exceptions gives a result or an error for each.
#include <asyncio/asyncio.hpp>
#include <print>
#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> load(int page) {
  co_await asyncio::sleep(page * 100ms);
  if (page == 2) throw std::runtime_error("page 2 is torn");
  co_return page * 10;
}

Coro<void> async_main() {
  auto [one, two, three] = co_await asyncio::gather(asyncio::return_exceptions, load(1), load(2), load(3));
  for (const auto& result : {one, two, three}) {
    try {
      std::println("{} words", result.value());
    } catch (const std::runtime_error& error) {
      std::println("error: {}", error.what());
    }
  }
}

int main() { asyncio::run(async_main()); }
