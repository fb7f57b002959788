// cancel() is a request: it is delivered in the next iteration, at the await where the task is.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    struct Finally { ~Finally() { print("finally"); } } finally;
    try {
        print("sleeping");
        co_await asyncio::sleep(10s);
        print("never");
    } catch (const asyncio::CancelledError&) {
        print("cancelled here");
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(10ms);
    bool requested = t.cancel();
    print("cancel", requested, "done", t.done(), "cancelled", t.cancelled(), "cancelling", t.cancelling());
    co_await asyncio::sleep(0ms);
    print("done", t.done(), "cancelled", t.cancelled());
    try { co_await t; } catch (const asyncio::CancelledError&) { print("awaiting it raises CancelledError"); }
    requested = t.cancel();
    print("cancel again", requested, t.cancelling());
}

int main() { asyncio::run(async_main()); }
