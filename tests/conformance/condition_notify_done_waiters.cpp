// notify() counts only those who still wait: two notify(1) in a row wake two; one too many is not remembered.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Condition& cond) {
    auto guard = co_await cond.scoped_lock();
    co_await cond.wait();
    print("woken", n);
}
Coro<void> async_main() {
    asyncio::Condition cond;
    auto a = asyncio::create_task(w("a", cond)), b = asyncio::create_task(w("b", cond));
    co_await asyncio::sleep(0ms);
    {
        auto guard = co_await cond.scoped_lock();
        cond.notify();
        cond.notify();
        cond.notify();
    }
    co_await asyncio::gather(a, b);
    auto c = asyncio::create_task(w("c", cond));
    co_await asyncio::sleep(10ms);
    print("c done", c.done());
    {
        auto guard = co_await cond.scoped_lock();
        cond.notify(10);
    }
    co_await c;
}

int main() { asyncio::run(async_main()); }
