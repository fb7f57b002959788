// expect: failed "memory" or failed "abort()" within 90s
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

struct Cargo {
  char bytes[4000];
};

asyncio::Coro<void> async_main() {
  // Their number and their size fill the memory together: small ones alone take half a minute.
  auto nothing = [](Cargo) -> asyncio::Coro<void> { co_return; };
  for (;;) asyncio::create_task(nothing({}));
  co_return;
}

int main() { asyncio::run(async_main()); }
