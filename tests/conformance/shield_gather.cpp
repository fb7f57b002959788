// A shield inside a gather: the gather's cancellation does not reach the shielded child.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n) {
    try {
        co_await asyncio::sleep(20ms);
        print(n, "ends");
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto s = asyncio::create_task(child("shielded"));
    auto outer = asyncio::gather(asyncio::shield(s), child("bare"));
    co_await asyncio::sleep(0ms);
    outer.cancel();
    try { co_await outer; } catch (const asyncio::CancelledError&) { print("CancelledError, shielded done", s.done()); }
    co_await s;
}

int main() { asyncio::run(async_main()); }
