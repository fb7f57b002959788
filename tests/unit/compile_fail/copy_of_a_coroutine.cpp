// expect: use of deleted function|call to (implicitly-)?deleted (copy )?constructor|deleted constructor
#include <asyncio/coro.hpp>

void f(asyncio::Coro<int> coroutine) {
#ifdef BAD
  auto other = coroutine;
#else
  auto other = std::move(coroutine);
#endif
}
