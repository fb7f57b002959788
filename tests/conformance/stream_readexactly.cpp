// readexactly(n) waits for n bytes; the stream ends too early: IncompleteReadError with what there was.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> feeder(asyncio::StreamReader& r) {
    co_await asyncio::sleep(10ms);
    r.feed_data("cdefgh");
    co_await asyncio::sleep(10ms);
    r.feed_eof();
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    r.feed_data("ab");
    auto t = asyncio::create_task(feeder(r));
    print(co_await r.readexactly(4));
    auto none = co_await r.readexactly(0);
    print(none.size());
    try {
        co_await r.readexactly(10);
    } catch (const asyncio::IncompleteReadError& e) {
        print("IncompleteReadError", e.partial, e.expected);
        print(e.what());
    }
    try { co_await r.readexactly(-1); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
    auto left = co_await r.read();
    print("left", left.size());
    co_await t;
}

int main() { asyncio::run(async_main()); }
