// wait_for in wait_for: the shorter one decides, and its TimeoutError passes through the other as an ordinary error.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() { co_await asyncio::sleep(10s); }
Coro<void> inner_first() {
    try {
        co_await asyncio::wait_for(work(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("inner TimeoutError");
        throw;
    }
}
Coro<void> outer_first() {
    try {
        co_await asyncio::wait_for(work(), 10s);
    } catch (const asyncio::CancelledError&) {
        print("inner CancelledError");
        throw;
    }
}
Coro<void> async_main() {
    try {
        co_await asyncio::wait_for(inner_first(), 10s);
    } catch (const asyncio::TimeoutError&) {
        print("passed through, cancelling", asyncio::current_task().cancelling());
    }
    try {
        co_await asyncio::wait_for(outer_first(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("outer TimeoutError, cancelling", asyncio::current_task().cancelling());
    }
}

int main() { asyncio::run(async_main()); }
