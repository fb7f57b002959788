// expect: no matching function for call to [^a-z]*(asyncio::)?create_task
#include <asyncio/task.hpp>

asyncio::Coro<int> work() { co_return 1; }

void f() {
#ifdef BAD
  asyncio::create_task(work);
#else
  asyncio::create_task(work());
#endif
}
