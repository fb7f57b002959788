// LifoQueue gives the last one first; a waiting getter still gets what comes next.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> getter(std::string n, asyncio::LifoQueue<std::string>& q) {
    auto x = co_await q.get();
    print(n, "got", x);
}
Coro<void> async_main() {
    asyncio::LifoQueue<std::string> q(3);
    for (auto x : {"a", "b", "c"}) co_await q.put(x);
    bool full = q.full();
    std::vector<std::string> got;
    for (int i = 0; i < 3; ++i) got.push_back(co_await q.get());
    print("full", full, got);
    auto t = asyncio::create_task(getter("waiter", q));
    co_await asyncio::sleep(0ms);
    q.put_nowait("d");
    q.put_nowait("e");
    co_await t;
    print("left", q.get_nowait());
}

int main() { asyncio::run(async_main()); }
