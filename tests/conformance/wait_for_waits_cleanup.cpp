// After the deadline wait_for waits for the inner's cleanup, however long it takes.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> slow_to_stop() {
    std::exception_ptr err;
    try { co_await asyncio::sleep(10s); } catch (const asyncio::CancelledError&) { err = std::current_exception(); }
    print("cleanup begins");
    co_await asyncio::sleep(30ms);
    print("cleanup ends");
    std::rethrow_exception(err);
}
Coro<void> async_main() {
    try {
        co_await asyncio::wait_for(slow_to_stop(), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError after the cleanup");
    }
    auto t = asyncio::create_task(slow_to_stop());
    try { co_await asyncio::wait_for(t, 10ms); } catch (const asyncio::TimeoutError&) { print("task cancelled", t.cancelled()); }
}

int main() { asyncio::run(async_main()); }
