// Awaiting a coroutine runs it in the same task at once: no other task gets a turn unless something suspends.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> inner(int n) {
    print("inner", n, asyncio::current_task().get_name());
    co_return n + 1;
}
Coro<void> other() { print("other"); co_return; }
Coro<void> async_main() {
    asyncio::current_task().set_name("main");
    auto t = asyncio::create_task(other());
    int x = 0;
    for (int i = 0; i < 3; ++i) x = co_await inner(x);
    print("x", x, "other ran", t.done());
    co_await t;
    print("other ran", t.done());
}

int main() { asyncio::run(async_main()); }
