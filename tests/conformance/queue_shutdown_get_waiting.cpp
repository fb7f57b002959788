// Items put before shutdown() go to the getters that wait; those who get nothing get QueueShutDown.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> getter(std::string n, asyncio::Queue<std::string>& q) {
    try {
        auto item = co_await q.get();
        print(n, "got", item);
    } catch (const asyncio::QueueShutDown&) {
        print(n, "QueueShutDown");
    }
}
Coro<void> async_main() {
    asyncio::Queue<std::string> q;
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b", "c"}) ts.push_back(asyncio::create_task(getter(n, q)));
    co_await asyncio::sleep(0ms);
    q.put_nowait("item");
    q.shutdown();
    co_await asyncio::gather(ts);
    print("empty", q.empty());
}

int main() { asyncio::run(async_main()); }
