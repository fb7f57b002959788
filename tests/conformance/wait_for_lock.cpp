// wait_for(lock.acquire()) that times out leaves nothing behind: the lock goes to the next one who asks.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Lock lock;
    co_await lock.acquire();
    try {
        co_await asyncio::wait_for(lock.acquire(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, locked", lock.locked());
    }
    lock.release();
    print("released, locked", lock.locked());
    print(co_await asyncio::wait_for(lock.acquire(), 10ms));
    print("locked", lock.locked());
}

int main() { asyncio::run(async_main()); }
