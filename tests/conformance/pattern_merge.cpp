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
Coro<void> pump_both(asyncio::Queue<std::string>& q) {
    co_await asyncio::gather(pump(source("a", 30, 2), q), pump(source("b", 20, 4), q));
    q.shutdown();
}
Strings merge() {
    asyncio::Queue<std::string> q;
    auto pumps = asyncio::create_task(pump_both(q));
    for (;;) {
        auto x = co_await asyncio::capture(q.get());
        if (!x) break;
        co_yield std::move(x).value();
    }
    co_await pumps;
}
Coro<void> async_main() {
    auto g = merge();
    while (auto x = co_await g.next())
        if (*x != "b2") print(*x);
    print("end");
}

int main() { asyncio::run(async_main()); }
