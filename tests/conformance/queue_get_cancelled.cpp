// A getter that was woken and then cancelled passes the wake-up on: the item is not lost.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> getter(std::string n, asyncio::Queue<std::string>& q) {
    try {
        auto item = co_await q.get();
        print(n, "got", item);
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Queue<std::string> q;
    auto a = asyncio::create_task(getter("a", q)), b = asyncio::create_task(getter("b", q));
    co_await asyncio::sleep(0ms);
    q.put_nowait("item");
    a.cancel();
    std::vector waited{a, b};
    co_await asyncio::wait(waited, {.timeout = 50ms});
    print("a cancelled", a.cancelled(), "b done", b.done(), "left", q.qsize());
    auto c = asyncio::create_task(getter("c", q));
    co_await asyncio::sleep(0ms);
    q.put_nowait("kept");
    c.cancel();
    std::vector waited2{c};
    co_await asyncio::wait(waited2);
    auto left = q.qsize();
    print("left", left, q.get_nowait());
}

int main() { asyncio::run(async_main()); }
