// A small protocol over one stream: a length, then as many bytes, fed byte by byte.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> feeder(asyncio::StreamReader& r, std::string data) {
    for (char c : data) {
        co_await asyncio::sleep(0ms);
        r.feed_data(std::string(1, c));
    }
    r.feed_eof();
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    auto t = asyncio::create_task(feeder(r, "5:hello0:3:abc7:half"));
    try {
        for (;;) {
            auto number = co_await r.readuntil(":");
            number.pop_back();
            int length = std::stoi(number);
            auto body = co_await r.readexactly(length);
            print(length, std::vector{body});
        }
    } catch (const asyncio::IncompleteReadError& e) {
        print("IncompleteReadError", e.partial, "of", e.expected);
    }
    co_await t;
}

int main() { asyncio::run(async_main()); }
