// expect: asyncio: coroutines cannot be copied: give the vector away, by std::move
#include <asyncio/asyncio.hpp>

asyncio::Coro<void> f(std::vector<asyncio::Coro<int>> coroutines, std::vector<asyncio::Task<int>> tasks) {
#ifdef BAD
  co_await asyncio::gather(asyncio::return_exceptions, coroutines);
#else
  co_await asyncio::gather(asyncio::return_exceptions, std::move(coroutines));
#endif
  co_await asyncio::gather(asyncio::return_exceptions, tasks);
}
