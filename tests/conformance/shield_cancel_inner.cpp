// Cancelling the inner task cancels the outer future; the awaiter is not itself cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() { co_await asyncio::sleep(10s); }
Coro<void> async_main() {
    auto t = asyncio::create_task(inner());
    auto outer = asyncio::shield(t);
    co_await asyncio::sleep(0ms);
    t.cancel();
    try {
        co_await outer;
    } catch (const asyncio::CancelledError&) {
        print("CancelledError, cancelling", asyncio::current_task().cancelling());
    }
    print("inner", t.cancelled(), "outer", outer.cancelled());
}

int main() { asyncio::run(async_main()); }
