// expect: asyncio: wait\(\) takes tasks and futures, not coroutines
#include <asyncio/asyncio.hpp>

asyncio::Coro<void> f(std::vector<asyncio::Coro<int>> coroutines, std::vector<asyncio::Task<int>> tasks) {
  (void)coroutines;
  (void)tasks;
#ifdef BAD
  co_await asyncio::wait(std::move(coroutines));
#else
  co_await asyncio::wait(std::move(tasks));
#endif
}
