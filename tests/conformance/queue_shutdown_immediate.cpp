// shutdown(immediate=True) drops the items, lowers the counter of join(), and wakes everybody.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> getter(asyncio::Queue<int>& q) {
    try { co_await q.get(); } catch (const asyncio::QueueShutDown&) { print("getter: QueueShutDown"); }
}
Coro<void> joiner(asyncio::Queue<int>& q) {
    co_await q.join();
    print("joined");
}
Coro<void> async_main() {
    asyncio::Queue<int> q, empty;
    for (int x = 0; x < 3; ++x) q.put_nowait(x);
    auto j = asyncio::create_task(joiner(q)), g = asyncio::create_task(getter(empty));
    co_await asyncio::sleep(0ms);
    q.shutdown(true);
    empty.shutdown(true);
    co_await asyncio::gather(j, g);
    print("size", q.qsize());
    try { q.get_nowait(); } catch (const asyncio::QueueShutDown&) { print("get_nowait", "QueueShutDown"); }
    try { q.put_nowait(1); } catch (const asyncio::QueueShutDown&) { print("put_nowait", "QueueShutDown"); }
}

int main() { asyncio::run(async_main()); }
