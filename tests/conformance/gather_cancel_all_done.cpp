// All children done, their callbacks still queued: the outer cannot be cancelled any more and gives its results.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value(int n) { co_return n; }
Coro<void> async_main() {
    auto a = asyncio::create_task(value(1)), b = asyncio::create_task(value(2));
    auto outer = asyncio::gather(a, b);
    b.add_done_callback([&](const asyncio::Future<int>&) { print("in the callback: cancel", outer.cancel()); });
    auto [x, y] = co_await outer;
    print(std::vector{x, y});
    print("cancelled", outer.cancelled());
}

int main() { asyncio::run(async_main()); }
