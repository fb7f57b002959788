// readuntil(separator) takes up to and with the separator, which may come in pieces; at the end: IncompleteReadError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> feeder(asyncio::StreamReader& r) {
    for (std::string piece : {"first-", "", "-second--th", "ird"}) {
        co_await asyncio::sleep(10ms);
        r.feed_data(piece);
    }
    r.feed_eof();
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    auto t = asyncio::create_task(feeder(r));
    print(co_await r.readuntil("--"));
    print(co_await r.readuntil("--"));
    try {
        co_await r.readuntil("--");
    } catch (const asyncio::IncompleteReadError& e) {
        print("IncompleteReadError", e.partial, e.expected);
    }
    try { co_await r.readuntil(""); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
    co_await t;
}

int main() { asyncio::run(async_main()); }
