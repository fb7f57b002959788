// A child cancels the parent task: that is a cancellation from outside, so CancelledError and no group.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(asyncio::AnyTask parent) {
    co_await asyncio::sleep(10ms);
    parent.cancel("from the child");
    co_await asyncio::sleep(10s);
}
Coro<void> parent() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(child(asyncio::current_task()));
            co_return;
        });
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(parent());
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
