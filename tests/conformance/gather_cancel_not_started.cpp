// A gather cancelled before its children had a step: none of them ever starts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(int n) {
    print("never", n);
    co_return;
}
Coro<void> async_main() {
    auto outer = asyncio::gather(child(1), child(2));
    print("cancel", outer.cancel("at once"));
    try { co_await outer; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    print("tasks left", asyncio::all_tasks().size() - 1);
}

int main() { asyncio::run(async_main()); }
