// A leftover task that swallows the final cancellation is waited for to its end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> stubborn() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("swallowed");
    }
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::sleep(10ms);
        print("still working", i);
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(stubborn());
    co_await asyncio::sleep(10ms);
    print("main returns");
}

int main() {
    asyncio::run(async_main());
    print("run() returned");
}
