// A coroutine object can be awaited once; a task or a future as often as one likes.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    print("work runs");
    co_return 1;
}
Coro<void> async_main() {
    auto c = work();
    print(co_await std::move(c));
    try {
        co_await std::move(c);
    } catch (const std::runtime_error& e) {
        print("RuntimeError:", e.what());
    }
    auto t = asyncio::create_task(work());
    int x = co_await t, y = co_await t;
    print(x, y);
}

int main() { asyncio::run(async_main()); }
