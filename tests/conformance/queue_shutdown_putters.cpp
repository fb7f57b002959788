// shutdown() wakes the putters of a full queue with QueueShutDown; what is in the queue can still be taken.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> putter(std::string n, asyncio::Queue<std::string>& q) {
    try {
        co_await q.put(n);
        print("put", n);
    } catch (const asyncio::QueueShutDown&) {
        print(n, "QueueShutDown, full", q.full());
    }
}
Coro<void> async_main() {
    asyncio::Queue<std::string> q(1);
    q.put_nowait("kept");
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b"}) ts.push_back(asyncio::create_task(putter(n, q)));
    co_await asyncio::sleep(0ms);
    q.shutdown();
    co_await asyncio::gather(ts);
    print("got", co_await q.get());
    try { co_await q.get(); } catch (const asyncio::QueueShutDown&) { print("get: QueueShutDown"); }
}

int main() { asyncio::run(async_main()); }
