// A free lock whose queued waiters are all cancelled is taken at once, before those have run.
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
    auto a = asyncio::create_task(w("a", lock)), b = asyncio::create_task(w("b", lock));
    co_await asyncio::sleep(0ms);
    a.cancel();
    b.cancel();
    lock.release();
    co_await lock.acquire();
    print("main has it, locked", lock.locked());
    std::vector waited{a, b};
    co_await asyncio::wait(waited);
    lock.release();
    print("locked", lock.locked());
}

int main() { asyncio::run(async_main()); }
