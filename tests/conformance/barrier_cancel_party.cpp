// A cancelled party just leaves: the barrier is not broken (unlike threading's) and waits for another one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Barrier& b) {
    try {
        co_await b.wait();
        print("passes", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n, "waiting", b.n_waiting());
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Barrier b(2);
    auto a = asyncio::create_task(w("a", b));
    co_await asyncio::sleep(10ms);
    a.cancel();
    std::vector waited{a};
    co_await asyncio::wait(waited);
    print("broken", b.broken(), "waiting", b.n_waiting());
    auto c = asyncio::create_task(w("c", b));
    co_await asyncio::sleep(10ms);
    print("c done", c.done());
    co_await w("main", b);
    co_await c;
}

int main() { asyncio::run(async_main()); }
