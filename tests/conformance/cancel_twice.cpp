// Two requests before delivery: one CancelledError, with the first's message (the waiter was cancelled by it); count 2.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("cancelled", args(e), "cancelling", asyncio::current_task().cancelling());
    }
    co_await asyncio::sleep(10ms);
    co_return "survived";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    bool first = t.cancel("first"), second = t.cancel("second");
    print(first, second, t.cancelling());
    try {
        auto r = co_await t;
        print(r);
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e));
    }
    print("cancelled", t.cancelled(), "cancelling", t.cancelling());
}

int main() { asyncio::run(async_main()); }
