// expect: no matching function for call to [^a-z]*(asyncio::)?gather
#include <asyncio/gather.hpp>

asyncio::Coro<int> work() { co_return 1; }

void f() {
#ifdef BAD
  (void)asyncio::gather(work(), 1);
#else
  (void)asyncio::gather(work(), work());
#endif
}
