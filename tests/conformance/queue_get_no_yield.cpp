// get() from a queue with items and put() into one with room do not suspend: the others starve until something does.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> other() {
    print("other runs");
    co_return;
}
Coro<void> async_main() {
    asyncio::Queue<int> q;
    auto t = asyncio::create_task(other());
    for (int i = 0; i < 3; ++i) co_await q.put(i);
    int a = co_await q.get(), b = co_await q.get(), c = co_await q.get();
    print("got", a, b, c);
    print("other done", t.done());
    co_await asyncio::sleep(0ms);
    print("other done", t.done());
}

int main() { asyncio::run(async_main()); }
