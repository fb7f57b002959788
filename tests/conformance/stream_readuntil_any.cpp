// readuntil() with several separators (3.13): through whichever ends first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::StreamReader r;
    r.feed_data("a;b\r\nc;d\n");
    r.feed_eof();
    std::vector<std::string> separators{";", "\r\n", "\n"};
    for (int i = 0; i < 4; ++i) {
        auto part = co_await r.readuntil(separators);
        auto size = part.size();
        part.erase(part.find_last_not_of(";\r\n") + 1);
        print(size, part);
    }
    try {
        co_await r.readuntil(separators);
    } catch (const asyncio::IncompleteReadError& e) {
        print("IncompleteReadError", e.partial.size(), e.expected);
    }
}

int main() { asyncio::run(async_main()); }
