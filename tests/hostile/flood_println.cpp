// expect: stopped "left out"
#include <asyncio/asyncio.hpp>
#include <print>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  for (int i = 0;; ++i) {
    std::println("{}", i);
    co_await asyncio::sleep(0s);
  }
}

int main() { asyncio::run(async_main()); }
