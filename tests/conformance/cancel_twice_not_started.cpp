// Two requests before the first step: the message of the last one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    print("never");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    bool first = t.cancel("first"), second = t.cancel("second");
    print(first, second, t.cancelling());
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e), t.cancelling()); }
}

int main() { asyncio::run(async_main()); }
