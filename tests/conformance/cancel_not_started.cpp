// Cancelled before its first step: neither the body nor its finally ever runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    struct Finally { ~Finally() { print("never either"); } } finally;
    print("never");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    bool requested = t.cancel("too early");
    print("cancel", requested, t.done());
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    print("cancelled", t.cancelled(), "cancelling", t.cancelling());
}

int main() { asyncio::run(async_main()); }
