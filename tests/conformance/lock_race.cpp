// Read, await, write: updates get lost without a lock, and none with it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int counter = 0;
Coro<void> unsafe() {
    int seen = counter;
    co_await asyncio::sleep(0ms);
    counter = seen + 1;
}
Coro<void> safe(asyncio::Lock& lock) {
    auto guard = co_await lock.scoped_lock();
    co_await unsafe();
}
Coro<void> async_main() {
    std::vector<Coro<void>> coros;
    for (int i = 0; i < 5; ++i) coros.push_back(unsafe());
    co_await asyncio::gather(std::move(coros));
    print("without a lock", counter);
    counter = 0;
    asyncio::Lock lock;
    std::vector<Coro<void>> locked;
    for (int i = 0; i < 5; ++i) locked.push_back(safe(lock));
    co_await asyncio::gather(std::move(locked));
    print("with a lock", counter);
}

int main() { asyncio::run(async_main()); }
