// expect: unable to find the promise type|no member named .promise_type|has no member
#include <asyncio/coro.hpp>

asyncio::Coro<int> work() { co_return 1; }

#ifdef BAD
int f() { co_return co_await work(); }
#else
asyncio::Coro<int> f() { co_return co_await work(); }
#endif
