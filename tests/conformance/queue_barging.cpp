// get() is not strictly fair: get_nowait() may steal the item of a woken getter, which then waits again, at the end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> getter(std::string n, asyncio::Queue<int>& q) { print(n, "got", co_await q.get()); }
Coro<void> async_main() {
    asyncio::Queue<int> q;
    auto a = asyncio::create_task(getter("a", q));
    auto b = asyncio::create_task(getter("b", q));
    co_await asyncio::sleep(0ms);
    q.put_nowait(1);
    print("main steals", q.get_nowait());
    co_await asyncio::sleep(10ms);
    print("done", a.done(), b.done());
    q.put_nowait(2);
    q.put_nowait(3);
    co_await asyncio::gather(a, b);
}

int main() { asyncio::run(async_main()); }
