// reschedule() to a moment that has passed fires at the next suspension; a second reschedule() in time takes it back.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    co_await asyncio::with(asyncio::timeout(10s), [&](asyncio::Timeout& cm) -> Coro<void> {
        cm.reschedule(loop.time() - 1s);
        print("not yet: expired", cm.expired());
        cm.reschedule(loop.time() + 10s);
        co_await asyncio::sleep(10ms);
        print("taken back");
    });
    try {
        co_await asyncio::with(asyncio::timeout(10s), [&](asyncio::Timeout& cm) -> Coro<void> {
            cm.reschedule(loop.time() - 1s);
            print("before the await");
            co_await asyncio::sleep(0ms);
            print("never printed");
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
}

int main() { asyncio::run(async_main()); }
