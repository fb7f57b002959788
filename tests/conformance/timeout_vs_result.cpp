// Result and deadline in one iteration: TimeoutError, whichever came first; the future keeps a result that came first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> attempt(bool result_first) {
    auto& loop = asyncio::get_running_loop();
    auto fut = loop.create_future<std::string>();
    auto when = loop.time() + 20ms;
    auto resolve = [fut]() mutable {
        if (!fut.done()) fut.set_result("value");
    };
    if (result_first) loop.call_at(when, resolve);
    try {
        co_await asyncio::with(asyncio::timeout_at(when), [&]() -> Coro<void> {
            if (!result_first) loop.call_at(when, resolve);
            print("got", co_await fut);
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, future cancelled:", fut.cancelled());
    }
    if (!fut.cancelled()) print("the future keeps", fut.result());
}
Coro<void> async_main() {
    co_await attempt(true);
    co_await attempt(false);
}

int main() { asyncio::run(async_main()); }
