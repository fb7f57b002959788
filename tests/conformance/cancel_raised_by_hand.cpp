// CancelledError raised by hand: the task is cancelled although nobody asked; cancelling() is 0.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    co_await asyncio::sleep(0ms);
    throw asyncio::CancelledError("by hand");
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    print("cancelled", t.cancelled(), "cancelling", t.cancelling());
    try { t.result(); } catch (const asyncio::CancelledError&) { print("result() too"); }
}

int main() { asyncio::run(async_main()); }
