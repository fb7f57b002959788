// expect: no matching function for call to [^a-z]*(asyncio::)?with
#include <asyncio/locks.hpp>
#include <asyncio/with.hpp>

asyncio::Coro<void> f(asyncio::Lock& lock, int& number) {
  (void)number;
  auto body = []() -> asyncio::Coro<void> { co_return; };
#ifdef BAD
  co_await asyncio::with(number, body);
#else
  co_await asyncio::with(lock, body);
#endif
}
