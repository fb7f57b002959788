// A waiter that was notified and then cancelled passes the notification on: the next one is woken (3.13).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Condition& cond) {
    try {
        auto guard = co_await cond.scoped_lock();
        co_await cond.wait();
        print("woken", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Condition cond;
    auto a = asyncio::create_task(w("a", cond)), b = asyncio::create_task(w("b", cond));
    co_await asyncio::sleep(0ms);
    {
        auto guard = co_await cond.scoped_lock();
        cond.notify(1);
        a.cancel();
    }
    std::vector waited{a, b};
    co_await asyncio::wait(waited, {.timeout = 50ms});
    print("a cancelled", a.cancelled(), "b done", b.done(), "locked", cond.locked());
}

int main() { asyncio::run(async_main()); }
