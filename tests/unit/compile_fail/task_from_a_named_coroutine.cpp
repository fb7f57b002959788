// expect: use of deleted function|call to (implicitly-)?deleted (copy )?constructor|deleted constructor
#include <asyncio/task.hpp>

void f(asyncio::Coro<int> coroutine) {
#ifdef BAD
  asyncio::create_task(coroutine);
#else
  asyncio::create_task(std::move(coroutine));
#endif
}
