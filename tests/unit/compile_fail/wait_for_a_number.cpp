// expect: asyncio: a duration is needed, not a number
#include <asyncio/asyncio.hpp>

asyncio::Coro<int> work() { co_return 1; }

asyncio::Coro<int> f() {
#ifdef BAD
  co_return co_await asyncio::wait_for(work(), 2);
#else
  co_return co_await asyncio::wait_for(work(), std::chrono::seconds(2));
#endif
}
