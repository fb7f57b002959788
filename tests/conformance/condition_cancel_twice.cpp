// Cancelled again while it waits for the lock: still swallowed until the lock is held, then the last cancellation is raised.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(asyncio::Condition& cond) {
    auto guard = co_await cond.scoped_lock();
    try {
        co_await cond.wait();
    } catch (const asyncio::CancelledError& e) {
        print("cancelled", args(e), "locked", cond.locked(), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Condition cond;
    auto t = asyncio::create_task(w(cond));
    co_await asyncio::sleep(0ms);
    {
        auto guard = co_await cond.scoped_lock();
        t.cancel("first");
        co_await asyncio::sleep(10ms);
        t.cancel("second");
        co_await asyncio::sleep(10ms);
        print("still waiting for the lock:", !t.done());
    }
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled(), "locked", cond.locked());
}

int main() { asyncio::run(async_main()); }
