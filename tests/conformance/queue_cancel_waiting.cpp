// Getters and putters cancelled while they wait leave no trace: items and slots go to the others.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Queue<int> q(1);
    auto g = asyncio::create_task(q.get());
    auto h = asyncio::create_task(q.get());
    co_await asyncio::sleep(0ms);
    g.cancel();
    co_await asyncio::sleep(0ms);
    q.put_nowait(1);
    print("second getter got", co_await h, "first cancelled", g.cancelled());
    q.put_nowait(2);
    auto p = asyncio::create_task(q.put(3));
    auto r = asyncio::create_task(q.put(4));
    co_await asyncio::sleep(0ms);
    p.cancel();
    co_await asyncio::sleep(0ms);
    print("got", co_await q.get());
    co_await r;
    int last = co_await q.get();
    print("got", last, "put cancelled", p.cancelled(), "empty", q.empty());
}

int main() { asyncio::run(async_main()); }
