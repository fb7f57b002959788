// A cancellation from outside goes through wait_for to the inner, and comes out as CancelledError with its message.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("inner:", args(e));
        throw;
    }
}
Coro<void> outer() {
    try {
        co_await asyncio::wait_for(inner(), 10s);
    } catch (const asyncio::CancelledError& e) {
        print("outer:", args(e));
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(outer());
    co_await asyncio::sleep(10ms);
    t.cancel("from outside");
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("main:", args(e), "cancelled", t.cancelled()); }
}

int main() { asyncio::run(async_main()); }
