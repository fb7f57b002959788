// expect: asyncio: create_task\(\) takes a coroutine object, not a function: call it
#include <asyncio/asyncio.hpp>

void f(asyncio::TaskGroup& group) {
  const auto work = []() -> asyncio::Coro<void> { co_return; };
#ifdef BAD
  group.create_task(work);
#else
  group.create_task(work());
#endif
}
