// A deadline inside `async with cond`: wait() takes the lock again before TimeoutError, and the block releases it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Condition cond;
    {
        auto guard = co_await cond.scoped_lock();
        try {
            co_await asyncio::with(asyncio::timeout(10ms), [&]() -> Coro<void> { co_await cond.wait(); });
        } catch (const asyncio::TimeoutError&) {
            print("TimeoutError, still holding the lock:", cond.locked());
        }
    }
    print("left, locked:", cond.locked());
    {
        auto guard = co_await cond.scoped_lock();
        try {
            co_await asyncio::wait_for(cond.wait(), 10ms);
        } catch (const asyncio::TimeoutError&) {
            print("wait_for: TimeoutError, locked:", cond.locked());
        }
        cond.notify_all();
    }
    print("left, locked:", cond.locked());
}

int main() { asyncio::run(async_main()); }
