// A cancelled waiter leaves the event's queue; also one cancelled after set() but before it ran.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Event& ev) {
    try {
        co_await ev.wait();
        print("woken", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Event ev;
    auto a = asyncio::create_task(w("a", ev)), b = asyncio::create_task(w("b", ev)), c = asyncio::create_task(w("c", ev));
    co_await asyncio::sleep(0ms);
    a.cancel();
    co_await asyncio::sleep(0ms);
    ev.set();
    b.cancel();
    std::vector waited{a, b, c};
    co_await asyncio::wait(waited);
    print(a.cancelled(), b.cancelled(), c.cancelled());
}

int main() { asyncio::run(async_main()); }
