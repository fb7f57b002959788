// SystemExit raised by the body: the children are cancelled and awaited, then it comes out bare, not in a group.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    try { co_await asyncio::sleep(10s); } catch (...) { print("child cleaned up"); throw; }
}
Coro<void> work() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(child());
        co_await asyncio::sleep(0ms);
        throw asyncio::SystemExit(7);
    });
}
Coro<void> async_main() {
    try { co_await work(); } catch (const asyncio::SystemExit& e) { print("SystemExit", e.code()); }
    print("and goes on, cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
