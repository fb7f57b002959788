// The parent is cancelled twice while it waits at the end of the block: the group still waits for its children.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    std::exception_ptr err;
    try { co_await asyncio::sleep(10s); } catch (...) { err = std::current_exception(); }
    co_await asyncio::sleep(30ms);
    print("child cleaned up");
    if (err) std::rethrow_exception(err);
}
Coro<void> parent() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(child());
            co_return;
        });
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(parent());
    co_await asyncio::sleep(10ms);
    t.cancel("one");
    co_await asyncio::sleep(10ms);
    t.cancel("two");
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
