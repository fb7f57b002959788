// expect: asyncio: a coroutine returns its value by co_return, not by return
#include <asyncio/asyncio.hpp>

asyncio::Coro<int> f() {
#ifdef BAD
  return 1;
#else
  co_return 1;
#endif
}
