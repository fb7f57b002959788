// expect: asyncio: this cannot be awaited here. co_await takes a Coro, a Task, a Future
#include <asyncio/coro.hpp>
#include <coroutine>

struct Mine {
  asyncio::Coro<void> operator co_await() && { return {}; }
};

asyncio::Coro<void> f() {
#ifdef BAD
  co_await std::suspend_always();
#else
  co_await Mine();
#endif
}
