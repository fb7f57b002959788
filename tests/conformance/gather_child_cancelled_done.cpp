// gather of a child that was cancelled before: CancelledError, raised by the await without a suspension.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value() { co_return 1; }
Coro<void> async_main() {
    auto a = asyncio::create_task(value()), b = asyncio::create_task(value());
    a.cancel("before");
    co_await asyncio::wait(a, b);
    auto outer = asyncio::gather(b, a);
    print("done", outer.done(), "cancelled", outer.cancelled());
    try {
        co_await outer;
    } catch (const asyncio::CancelledError&) {
        print("CancelledError", asyncio::current_task().cancelling());
    }
}

int main() { asyncio::run(async_main()); }
