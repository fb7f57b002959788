// SystemExit in a child of a TaskGroup: out of run() it comes bare, not in a group.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> quits() {
    co_await asyncio::sleep(10ms);
    throw asyncio::SystemExit(3);
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(quits());
            co_return;
        });
    } catch (const asyncio::SystemExit& e) {
        print("main sees SystemExit", e.code());
        throw;
    }
    print("never printed");
}

int main() {
    try { asyncio::run(async_main()); } catch (const asyncio::SystemExit& e) { print("SystemExit", e.code()); }
}
