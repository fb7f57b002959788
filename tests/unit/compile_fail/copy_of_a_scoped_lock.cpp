// expect: use of deleted function|call to (implicitly-)?deleted (copy )?constructor|deleted constructor
#include <asyncio/locks.hpp>

void f(asyncio::ScopedLock<asyncio::Lock> guard) {
#ifdef BAD
  auto other = guard;
#else
  auto other = std::move(guard);
#endif
}
