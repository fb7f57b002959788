// expect: asyncio: coroutines cannot be copied: give the vector away, by std::move
#include <asyncio/asyncio.hpp>

asyncio::Coro<void> f(std::vector<asyncio::Coro<int>> coroutines, std::vector<asyncio::Task<int>> tasks) {
#ifdef BAD
  co_await asyncio::gather(coroutines);
#else
  co_await asyncio::gather(std::move(coroutines));
#endif
  co_await asyncio::gather(tasks);
}
