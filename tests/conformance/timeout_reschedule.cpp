// reschedule() moves the deadline of a running block: later, and away altogether.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto cm = asyncio::timeout(20ms);
    co_await asyncio::with(cm, [&]() -> Coro<void> {
        cm.reschedule(loop.time() + 10s);
        co_await asyncio::sleep(40ms);
        print("past the first deadline");
    });
    print("expired", cm.expired());
    co_await asyncio::with(asyncio::timeout(20ms), [&](asyncio::Timeout& cm) -> Coro<void> {
        cm.reschedule(std::nullopt);
        print("when", cm.when() ? "a time" : "None");
        co_await asyncio::sleep(40ms);
        print("no deadline");
    });
    auto last = asyncio::timeout(10s);
    try {
        co_await asyncio::with(last, [&]() -> Coro<void> {
            last.reschedule(loop.time() + 10ms);
            co_await asyncio::sleep(10s);
        });
    } catch (const asyncio::TimeoutError&) {
        print("moved to the front: TimeoutError, expired", last.expired());
    }
}

int main() { asyncio::run(async_main()); }
