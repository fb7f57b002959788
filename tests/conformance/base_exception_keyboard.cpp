// KeyboardInterrupt raised in a task leaves the loop at once; run() then cancels what is left and raises it on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    co_await asyncio::sleep(10ms);
    print("child raises");
    throw asyncio::KeyboardInterrupt("now");
}
Coro<void> other() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("other cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto o = asyncio::create_task(other());
    auto t = asyncio::create_task(child());
    try {
        co_await t;
    } catch (const asyncio::CancelledError&) {
        print("main cancelled");
        throw;
    }
}

int main() {
    try {
        asyncio::run(async_main());
    } catch (const asyncio::KeyboardInterrupt& e) {
        print("out of run: KeyboardInterrupt", e.what());
    }
}
