// expect: asyncio: create_task\(\) takes a coroutine object, not a function: call it
#include <asyncio/asyncio.hpp>

asyncio::Coro<int> work() { co_return 1; }

void f() {
#ifdef BAD
  asyncio::create_task(work);
#else
  asyncio::create_task(work());
#endif
}
