// expect: failed "Exit code 7"
#include <asyncio/asyncio.hpp>
#include <cstdlib>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  co_await asyncio::sleep(1ms);
  std::exit(7);
}

int main() { asyncio::run(async_main()); }
