// main ends cancelled, by itself or by another task: run() raises CancelledError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> canceller(asyncio::AnyTask t) {
    t.cancel("by another task");
    co_return;
}
Coro<void> async_main(bool by_itself) {
    if (by_itself)
        asyncio::current_task().cancel("by itself");
    else
        asyncio::create_task(canceller(asyncio::current_task()));
    co_await asyncio::sleep(10s);
}

int main() {
    for (bool by_itself : {true, false}) {
        try { asyncio::run(async_main(by_itself)); } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    }
}
