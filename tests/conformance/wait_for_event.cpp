// wait_for(event.wait()): the waiter is removed on a timeout, and the event still works.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> setter(asyncio::Event& ev) {
    co_await asyncio::sleep(10ms);
    ev.set();
}
Coro<void> async_main() {
    asyncio::Event ev;
    try {
        co_await asyncio::wait_for(ev.wait(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, set", ev.is_set());
    }
    auto t = asyncio::create_task(setter(ev));
    print(co_await asyncio::wait_for(ev.wait(), 1s));
    print(co_await asyncio::wait_for(ev.wait(), 1s), "at once");
    co_await t;
}

int main() { asyncio::run(async_main()); }
