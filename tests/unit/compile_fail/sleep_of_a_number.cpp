// expect: asyncio: a duration is needed, not a number
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<void> f() {
#ifdef BAD
  co_await asyncio::sleep(1);
#else
  co_await asyncio::sleep(1s);
#endif
}
