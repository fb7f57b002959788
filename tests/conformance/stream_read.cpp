// read(n) gives what there is, up to n bytes; read() everything to the end; at_eof() after the last byte.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::StreamReader r;
    r.feed_data("hello world");
    auto hello = co_await r.read(5);
    print(hello, "eof", r.at_eof());
    print(co_await r.read(100));
    r.feed_data("rest ");
    r.feed_data("of it");
    r.feed_eof();
    print("eof", r.at_eof());
    auto rest = co_await r.read();
    print(rest, "eof", r.at_eof());
    auto a = co_await r.read(10), b = co_await r.read(), c = co_await r.read(0);
    print(a.size(), b.size(), c.size());
}

int main() { asyncio::run(async_main()); }
