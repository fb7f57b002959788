// `async for line in reader`: lines until the end of the stream.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> feeder(asyncio::StreamReader& r) {
    for (std::string piece : {"one\ntw", "o\n\nfo", "ur"}) {
        co_await asyncio::sleep(10ms);
        r.feed_data(piece);
    }
    r.feed_eof();
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    auto t = asyncio::create_task(feeder(r));
    while (auto line = co_await r.next()) {
        bool newline = line->back() == '\n';
        if (newline) line->pop_back();
        print(std::vector{*line}, newline);
    }
    print("end", r.at_eof());
    co_await t;
}

int main() { asyncio::run(async_main()); }
