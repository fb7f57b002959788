// cancelling() counts requests; uncancel() takes one back and gives the rest, never below 0.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    auto me = asyncio::current_task();
    for (int i = 0; i < 3; ++i) {
        try {
            co_await asyncio::sleep(10s);
        } catch (const asyncio::CancelledError&) {
            print("cancelled, cancelling", me.cancelling());
        }
    }
    int a = me.uncancel(), b = me.uncancel();
    print("uncancel", a, b);
    a = me.uncancel(), b = me.uncancel();
    print("uncancel", a, b, me.cancelling());
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::sleep(10ms);
        t.cancel();
    }
    co_await t;
    print("end", t.cancelled(), t.cancelling());
}

int main() { asyncio::run(async_main()); }
