// An item that arrives in the iteration of the deadline is not lost: get() is cancelled, the item stays in the queue.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> attempt(bool item_first) {
    auto& loop = asyncio::get_running_loop();
    asyncio::Queue<std::string> q;
    auto when = loop.time() + 20ms;
    if (item_first) loop.call_at(when, [&] { q.put_nowait("item"); });
    try {
        co_await asyncio::with(asyncio::timeout_at(when), [&]() -> Coro<void> {
            if (!item_first) loop.call_at(when, [&] { q.put_nowait("item"); });
            print("got", co_await q.get());
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
    print("left in the queue:", q.qsize());
    print(q.get_nowait());
}
Coro<void> async_main() {
    co_await attempt(true);
    co_await attempt(false);
}

int main() { asyncio::run(async_main()); }
