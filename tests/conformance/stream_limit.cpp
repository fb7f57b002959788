// A line longer than the limit: LimitOverrunError of readuntil, which leaves the data; ValueError of readline, which drops it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::StreamReader r({.limit = 8});
    r.feed_data("much too long a line\nok\n");
    try {
        co_await r.readuntil("\n");
    } catch (const asyncio::LimitOverrunError& e) {
        print("LimitOverrunError", e.consumed, e.what());
    }
    try { co_await r.readline(); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
    auto line = co_await r.readline();
    line.pop_back();
    print(line);
    r.feed_data("no separator at all");
    try {
        co_await r.readuntil("\n");
    } catch (const asyncio::LimitOverrunError& e) {
        print("LimitOverrunError", e.consumed, e.what());
    }
    print(co_await r.read(100));
}

int main() { asyncio::run(async_main()); }
