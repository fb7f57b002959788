// A second cancel() interrupts the await of the cleanup.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    std::exception_ptr error;
    try { co_await asyncio::sleep(10s); } catch (...) { error = std::current_exception(); }
    print("cleanup begins");
    try {
        co_await asyncio::sleep(10s);
        print("never");
    } catch (const asyncio::CancelledError& e) {
        print("cleanup interrupted", args(e));
        throw;
    }
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel("one");
    co_await asyncio::sleep(10ms);
    t.cancel("two");
    try {
        co_await t;
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e), "cancelling", t.cancelling());
    }
}

int main() { asyncio::run(async_main()); }
