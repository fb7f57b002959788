// A child cancels the task that waits for it: the request comes back down to the child itself.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(asyncio::AnyTask parent) {
    print("child cancels its parent", parent.cancel("by child"));
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("child", args(e));
        throw;
    }
}
Coro<void> parent() {
    auto t = asyncio::create_task(child(asyncio::current_task()));
    try {
        co_await t;
    } catch (const asyncio::CancelledError& e) {
        print("parent", args(e), t.cancelled(), t.cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto p = asyncio::create_task(parent());
    co_await asyncio::wait(p);
    print("parent cancelled", p.cancelled(), p.cancelling());
}

int main() { asyncio::run(async_main()); }
