// expect: asyncio: create_task\(\) takes a coroutine object, not a function: call it
#include <asyncio/asyncio.hpp>

void f() {
  const auto work = []() -> asyncio::Coro<void> { co_return; };
#ifdef BAD
  asyncio::create_task(work, {.name = "work"});
#else
  asyncio::create_task(work(), {.name = "work"});
#endif
}
