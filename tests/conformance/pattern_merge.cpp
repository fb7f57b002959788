// Merging async generators: a task for each of them feeds one queue.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

using Strings = asyncio::AsyncGenerator<std::string>;
Strings source(std::string n, int ms, int count) {
    for (int i = 0; i < count; ++i) {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        co_yield n + std::to_string(i);
    }
}
Coro<void> pump(Strings g, asyncio::Queue<std::string>& q) {
    while (auto x = co_await g.next()) co_await q.put(*x);
}
Coro<void> pump_both(Strings g, Strings h, asyncio::Queue<std::string>& q) {
    co_await asyncio::gather(pump(std::move(g), q), pump(std::move(h), q));
    q.shutdown();
}
Strings merge(Strings g, Strings h) {
    asyncio::Queue<std::string> q;
    auto pumps = asyncio::create_task(pump_both(std::move(g), std::move(h), q));
    try {
        for (;;) co_yield co_await q.get();
    } catch (const asyncio::QueueShutDown&) {}
    co_await pumps;
}
Coro<void> async_main() {
    auto g = merge(source("a", 25, 2), source("b", 20, 4));
    while (auto x = co_await g.next()) print(*x);
    print("end");
}

int main() { asyncio::run(async_main()); }
