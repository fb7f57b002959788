// expect: asyncio: this cannot be awaited here.* Of a std::future, co_await to_thread\(\) in its place
#include <asyncio/asyncio.hpp>
#include <future>

asyncio::Coro<int> f(std::future<int> future) {
#ifdef BAD
  co_return co_await future;
#else
  co_return co_await asyncio::to_thread([&] { return future.get(); });
#endif
}
