// Waiters get the lock in the order in which they asked.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Lock& lock) {
    print("asks", n);
    {
        auto guard = co_await lock.scoped_lock();
        print("has", n);
        co_await asyncio::sleep(10ms);
    }
    print("left", n);
}
Coro<void> async_main() {
    asyncio::Lock lock;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        for (auto n : {"a", "b", "c"}) tg.create_task(w(n, lock));
        co_return;
    });
    print("locked", lock.locked());
}

int main() { asyncio::run(async_main()); }
