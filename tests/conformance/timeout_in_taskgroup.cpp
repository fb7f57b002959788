// A deadline inside a TaskGroup, handled there: the group and its children go on undisturbed.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    co_await asyncio::sleep(30ms);
    print("child done");
}
Coro<void> async_main() {
    asyncio::Task<void> t;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        t = tg.create_task(child());
        try {
            co_await asyncio::with(asyncio::timeout(10ms), []() -> Coro<void> { co_await asyncio::sleep(10s); });
        } catch (const asyncio::TimeoutError&) {
            print("TimeoutError in the body, child done:", t.done());
        }
    });
    print("group ended, child done:", t.done());
}

int main() { asyncio::run(async_main()); }
