// A waiter cancelled in the queue is skipped; the others keep their order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Lock& lock) {
    try {
        auto guard = co_await lock.scoped_lock();
        print("has", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Lock lock;
    co_await lock.acquire();
    auto a = asyncio::create_task(w("a", lock)), b = asyncio::create_task(w("b", lock)), c = asyncio::create_task(w("c", lock));
    co_await asyncio::sleep(0ms);
    b.cancel();
    co_await asyncio::sleep(0ms);
    print("main releases");
    lock.release();
    std::vector waited{a, b, c};
    co_await asyncio::wait(waited);
    print(a.cancelled(), b.cancelled(), c.cancelled(), "locked", lock.locked());
}

int main() { asyncio::run(async_main()); }
