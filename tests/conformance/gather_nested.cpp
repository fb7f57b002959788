// Gathers inside a gather: cancelling the outermost reaches all leaves; results nest.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> leaf(int n) {
    try {
        if (n < 4) co_await asyncio::sleep(10ms);
        else co_await asyncio::sleep(10s);
        co_return n;
    } catch (const asyncio::CancelledError&) {
        print("leaf", n, "cancelled");
        throw;
    }
}
std::vector<int> list(std::tuple<int, int> t) { return {std::get<0>(t), std::get<1>(t)}; }
Coro<void> async_main() {
    auto [a, b] = co_await asyncio::gather(asyncio::gather(leaf(0), leaf(1)), asyncio::gather(leaf(2), leaf(3)));
    print(std::vector{list(a), list(b)});
    auto outer = asyncio::gather(asyncio::gather(leaf(4), leaf(5)), asyncio::gather(leaf(6)));
    co_await asyncio::sleep(10ms);
    outer.cancel();
    try { co_await outer; } catch (const asyncio::CancelledError&) { print("CancelledError"); }
}

int main() { asyncio::run(async_main()); }
