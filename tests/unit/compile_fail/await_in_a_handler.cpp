// expect: await expressions are not permitted in handlers|'co_await' cannot be used in the handler of a try block
#include <asyncio/asyncio.hpp>

asyncio::Coro<void> f() {
#ifdef BAD
  try {
    throw 1;
  } catch (...) {
    co_await asyncio::yield_now();
  }
#else
  auto result = co_await asyncio::capture(asyncio::yield_now());
  co_await asyncio::yield_now();
  result.value();
#endif
}
