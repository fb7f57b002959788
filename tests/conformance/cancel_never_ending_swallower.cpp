// A task that swallows every request can only be stopped by its own condition; each request is counted.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> stubborn() {
    int swallowed = 0;
    while (swallowed < 3) {
        try {
            co_await asyncio::sleep(10s);
        } catch (const asyncio::CancelledError& e) {
            ++swallowed;
            print("swallowed", swallowed, args(e));
        }
    }
    co_return swallowed;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(stubborn());
    int n = 0;
    while (!t.done()) {
        co_await asyncio::sleep(10ms);
        ++n;
        print("cancel", n, t.cancel("request " + std::to_string(n)));
        co_await asyncio::sleep(0ms);
        co_await asyncio::sleep(0ms);
    }
    print(t.result(), t.cancelled(), t.cancelling());
}

int main() { asyncio::run(async_main()); }
