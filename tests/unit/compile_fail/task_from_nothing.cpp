// expect: no matching function for call to [^a-z]*(asyncio::)?create_task
#include <asyncio/task.hpp>

void f(asyncio::Coro<int> coroutine) {
#ifdef BAD
  (void)coroutine;
  asyncio::create_task();
#else
  asyncio::create_task(std::move(coroutine));
#endif
}
