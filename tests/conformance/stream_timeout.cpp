// A deadline on a read: TimeoutError, and the data that comes later is read by the next one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::StreamReader r;
    r.feed_data("no newline yet");
    try { co_await asyncio::wait_for(r.readline(), 10ms); } catch (const asyncio::TimeoutError&) { print("TimeoutError"); }
    r.feed_data(", now there is\n");
    auto line = co_await asyncio::wait_for(r.readline(), 10ms);
    line.pop_back();
    print(line);
}

int main() { asyncio::run(async_main()); }
