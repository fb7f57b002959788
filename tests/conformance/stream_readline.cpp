// readline() keeps the newline; the last line may lack it; at the end it gives nothing.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::StreamReader r;
    r.feed_data("first\n\nthird\nlast");
    r.feed_eof();
    for (int i = 0; i < 5; ++i) {
        auto line = co_await r.readline();
        bool newline = !line.empty() && line.back() == '\n';
        auto size = line.size();
        if (newline) line.pop_back();
        print(size, newline, line);
    }
}

int main() { asyncio::run(async_main()); }
