// The outer is cancelled, the children swallow it and return values: its awaiter gets CancelledError all the same.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> stubborn(int n) {
    try { co_await asyncio::sleep(10s); } catch (const asyncio::CancelledError&) { print("swallowed by", n); }
    co_return n;
}
Coro<void> async_main() {
    auto outer = asyncio::gather(stubborn(1), stubborn(2));
    co_await asyncio::sleep(0ms);
    print("cancel", outer.cancel());
    try {
        auto [a, b] = co_await outer;
        print("result", std::vector{a, b});
    } catch (const asyncio::CancelledError&) {
        print("CancelledError");
    }
    print("cancelled", outer.cancelled());
}

int main() { asyncio::run(async_main()); }
