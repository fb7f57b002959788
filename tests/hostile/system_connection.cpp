// expect: failed ""
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  auto [reader, writer] = co_await asyncio::open_connection("thief.invalid", 80);
  std::puts("ESCAPED");
}

int main() { asyncio::run(async_main()); }
