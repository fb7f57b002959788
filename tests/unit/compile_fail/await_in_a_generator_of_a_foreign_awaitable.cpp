// expect: asyncio: this cannot be awaited here. co_await takes a Coro, a Task, a Future
#include <asyncio/asyncio.hpp>
#include <coroutine>

asyncio::AsyncGenerator<int> f() {
#ifdef BAD
  co_await std::suspend_always();
#else
  co_await asyncio::sleep(std::chrono::seconds(1));
#endif
  co_yield 1;
}
