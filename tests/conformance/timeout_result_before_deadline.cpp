// The awaiter's wake-up is already queued when the deadline's callback is: the result arrives and the block ends in time.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    asyncio::Queue<std::string> q;
    auto cm = asyncio::timeout(std::nullopt);
    auto both = [&] {
        q.put_nowait("item");
        cm.reschedule(loop.time());
    };
    loop.call_later(10ms, both);
    co_await asyncio::with(cm, [&]() -> Coro<void> { print("got", co_await q.get()); });
    print("expired", cm.expired(), "left in the queue:", q.qsize());
}

int main() { asyncio::run(async_main()); }
