// A pipeline of queues: each stage takes from one and puts into the next, and ends when its source is shut down.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> stage(int (*f)(int), asyncio::Queue<int>& source, asyncio::Queue<int>& sink) {
    try {
        for (;;) {
            int x = co_await source.get();
            co_await sink.put(f(x));
        }
    } catch (const asyncio::QueueShutDown&) {
        sink.shutdown();
    }
}
Coro<void> async_main() {
    asyncio::Queue<int> a, b(1), c;
    auto t1 = asyncio::create_task(stage([](int x) { return x + 1; }, a, b));
    auto t2 = asyncio::create_task(stage([](int x) { return x * 10; }, b, c));
    for (int x = 0; x < 4; ++x) co_await a.put(x);
    a.shutdown();
    co_await asyncio::gather(t1, t2);
    std::vector<int> result;
    try {
        for (;;) result.push_back(co_await c.get());
    } catch (const asyncio::QueueShutDown&) {
        print(result);
    }
}

int main() { asyncio::run(async_main()); }
