// expect: a coroutine does nothing until it is awaited: co_await it, or give it to create_task
#include <asyncio/coro.hpp>

asyncio::Coro<int> work() { co_return 1; }

asyncio::Coro<void> f() {
#ifdef BAD
  work();
#else
  co_await work();
#endif
  co_return;
}
