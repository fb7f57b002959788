// The same task locking twice waits for itself; a timeout shows it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Lock lock;
    {
        auto guard = co_await lock.scoped_lock();
        try {
            co_await asyncio::with(asyncio::timeout(10ms), [&]() -> Coro<void> {
                auto again = co_await lock.scoped_lock();
                print("never printed");
            });
        } catch (const asyncio::TimeoutError&) {
            print("TimeoutError: not re-entrant, locked", lock.locked());
        }
    }
    print("locked", lock.locked());
}

int main() { asyncio::run(async_main()); }
