// The block releases the lock when an error or a cancellation leaves it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail(asyncio::Lock& lock) {
    auto guard = co_await lock.scoped_lock();
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("inside");
}
Coro<void> sleeper(asyncio::Lock& lock) {
    auto guard = co_await lock.scoped_lock();
    print("sleeper has it");
    co_await asyncio::sleep(10s);
}
Coro<void> async_main() {
    asyncio::Lock lock;
    try {
        co_await fail(lock);
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what(), "locked", lock.locked());
    }
    auto t = asyncio::create_task(sleeper(lock));
    co_await asyncio::sleep(0ms);
    t.cancel();
    auto guard = co_await lock.scoped_lock();
    print("main has it, sleeper cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
