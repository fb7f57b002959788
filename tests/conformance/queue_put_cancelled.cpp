// A putter that was woken and then cancelled gives the free slot to the next putter.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> putter(std::string n, asyncio::Queue<std::string>& q) {
    try {
        co_await q.put(n);
        print("put", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Queue<std::string> q(1);
    q.put_nowait("first");
    auto a = asyncio::create_task(putter("a", q)), b = asyncio::create_task(putter("b", q));
    co_await asyncio::sleep(0ms);
    print("got", q.get_nowait());
    a.cancel();
    std::vector waited{a, b};
    co_await asyncio::wait(waited, {.timeout = 50ms});
    auto got = co_await q.get();
    print("a cancelled", a.cancelled(), "b done", b.done(), "got", got, "left", q.qsize());
}

int main() { asyncio::run(async_main()); }
