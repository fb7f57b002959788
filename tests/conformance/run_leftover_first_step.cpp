// A task created just before main returns still gets its first step, and is cancelled at its first await.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> background(int n) {
    print("first step", n);
    try {
        co_await asyncio::sleep(10s);
        print("never printed");
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::create_task(background(1));
    print("main returns");
    co_return;
}

int main() { asyncio::run(async_main()); }
