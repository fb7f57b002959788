// expect: asyncio: coroutines cannot be copied: give the vector away, by std::move
#include <asyncio/asyncio.hpp>

void f(std::vector<asyncio::Coro<int>> coroutines, std::vector<asyncio::Task<int>> tasks) {
#ifdef BAD
  (void)asyncio::as_completed(coroutines);
#else
  (void)asyncio::as_completed(std::move(coroutines));
#endif
  (void)asyncio::as_completed(tasks);
}
