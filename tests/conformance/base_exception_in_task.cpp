// SystemExit in a task leaves the loop at once and comes out of run(), after the cleanup; in a TaskGroup it comes out bare.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> quits() {
    co_await asyncio::sleep(10ms);
    throw asyncio::SystemExit(3);
}
Coro<void> background() {
    try { co_await asyncio::sleep(10s); } catch (...) { print("background cleaned up"); throw; }
}
Coro<void> async_main(bool group) {
    auto t = asyncio::create_task(background());
    if (group) {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(quits());
            co_return;
        });
    } else {
        auto q = asyncio::create_task(quits());
        co_await asyncio::sleep(20ms);
    }
    print("never printed");
}

int main() {
    for (bool group : {false, true}) {
        try { asyncio::run(async_main(group)); } catch (const asyncio::SystemExit& e) { print("SystemExit", e.code()); }
    }
}
