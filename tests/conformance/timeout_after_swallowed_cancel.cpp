// A task that had swallowed a cancellation before (count 1): a later timeout still becomes TimeoutError, the count stays 1.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("swallowed");
    }
    try {
        co_await asyncio::with(asyncio::timeout(10ms), []() -> Coro<void> { co_await asyncio::sleep(10s); });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, cancelling", asyncio::current_task().cancelling());
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel();
    co_await t;
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
