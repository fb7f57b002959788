// expect: asyncio: to_thread\(\) runs a plain function in a thread; this is a coroutine
#include <asyncio/asyncio.hpp>

asyncio::Coro<int> work(int number) { co_return number; }

asyncio::Coro<int> f() {
#ifdef BAD
  co_await asyncio::to_thread(work, 1);
  co_return 1;
#else
  co_return co_await work(1);
#endif
}
