// Waiters cancelled in the queue take no permit: all of them go to the one that is left.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Semaphore& sem) {
    try {
        auto guard = co_await sem.scoped_lock();
        print("got", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Semaphore sem(1);
    co_await sem.acquire();
    auto a = asyncio::create_task(w("a", sem)), b = asyncio::create_task(w("b", sem)), c = asyncio::create_task(w("c", sem));
    co_await asyncio::sleep(0ms);
    a.cancel();
    b.cancel();
    sem.release();
    print("locked", sem.locked());
    std::vector waited{a, b, c};
    co_await asyncio::wait(waited);
    print(a.cancelled(), b.cancelled(), c.cancelled(), "locked", sem.locked());
}

int main() { asyncio::run(async_main()); }
