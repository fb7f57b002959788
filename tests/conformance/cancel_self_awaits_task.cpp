// Cancelled by itself, then awaiting a task: the request is passed down to that task and climbs back.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("child", args(e));
        throw;
    }
}
Coro<void> parent(asyncio::Task<void> c) {
    asyncio::current_task().cancel("down");
    try {
        co_await c;
    } catch (const asyncio::CancelledError& e) {
        print("parent", args(e));
        throw;
    }
}
Coro<void> async_main() {
    auto c = asyncio::create_task(child());
    co_await asyncio::sleep(0ms);
    auto p = asyncio::create_task(parent(c));
    for (int i = 0; i < 5; ++i) {
        print(i, c.done(), c.cancelling(), p.done(), p.cancelling());
        co_await asyncio::sleep(0ms);
    }
}

int main() { asyncio::run(async_main()); }
