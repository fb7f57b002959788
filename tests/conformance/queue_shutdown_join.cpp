// After shutdown() the rest is worked off: join() ends when the last task_done() is called.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> worker(asyncio::Queue<int>& q) {
    try {
        for (;;) {
            int x = co_await q.get();
            co_await asyncio::sleep(10ms);
            print("did", x);
            q.task_done();
        }
    } catch (const asyncio::QueueShutDown&) {
        print("worker ends");
    }
}
Coro<void> async_main() {
    asyncio::Queue<int> q;
    for (int x = 0; x < 3; ++x) q.put_nowait(x);
    q.shutdown();
    auto t = asyncio::create_task(worker(q));
    co_await q.join();
    print("joined, empty", q.empty());
    co_await t;
    q.shutdown();
    print("a second shutdown is harmless");
}

int main() { asyncio::run(async_main()); }
