// A reader waits until data comes; data in pieces is put together.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> feeder(asyncio::StreamReader& r) {
    for (std::string piece : {"one ", "line\nand", " another\n"}) {
        co_await asyncio::sleep(10ms);
        print("feed", piece.size());
        r.feed_data(piece);
    }
    co_await asyncio::sleep(10ms);
    r.feed_eof();
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    auto t = asyncio::create_task(feeder(r));
    for (;;) {
        auto line = co_await r.readline();
        if (line.empty()) break;
        line.pop_back();
        print("line", line);
    }
    print("end", r.at_eof());
    co_await t;
}

int main() { asyncio::run(async_main()); }
