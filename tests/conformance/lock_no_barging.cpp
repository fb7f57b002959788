// release() and acquire() in one breath: the queued waiter is served first, the greedy one goes to the end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> greedy(asyncio::Lock& lock) {
    for (int i = 0; i < 3; ++i) {
        co_await lock.acquire();
        print("greedy", i);
        co_await asyncio::sleep(0ms);
        lock.release();
    }
}
Coro<void> modest(asyncio::Lock& lock) {
    auto guard = co_await lock.scoped_lock();
    print("modest");
}
Coro<void> async_main() {
    asyncio::Lock lock;
    auto g = asyncio::create_task(greedy(lock));
    auto a = asyncio::create_task(modest(lock));
    auto b = asyncio::create_task(modest(lock));
    co_await asyncio::gather(g, a, b);
}

int main() { asyncio::run(async_main()); }
