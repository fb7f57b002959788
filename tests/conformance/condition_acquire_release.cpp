// The condition's own acquire, release and locked are its lock's.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(asyncio::Condition& cond) {
    co_await cond.acquire();
    print("task has it");
    cond.release();
}
Coro<void> async_main() {
    asyncio::Lock lock;
    asyncio::Condition cond(lock);
    bool got = co_await cond.acquire();
    print(got, cond.locked(), lock.locked());
    auto t = asyncio::create_task(w(cond));
    co_await asyncio::sleep(10ms);
    print("task done", t.done());
    cond.release();
    co_await t;
    {
        auto guard = co_await lock.scoped_lock();
        cond.notify();
        print("the lock itself will do:", cond.locked());
    }
    print(cond.locked(), lock.locked());
}

int main() { asyncio::run(async_main()); }
