// The innermost task swallows the request: it climbs no further, although every level counted it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> leaf() {
    try { co_await asyncio::sleep(10s); } catch (const asyncio::CancelledError&) { print("leaf swallows"); }
    co_return "leaf's value";
}
Coro<std::string> level(asyncio::Task<std::string> t) { co_return co_await t; }
Coro<void> async_main() {
    auto a = asyncio::create_task(leaf());
    auto b = asyncio::create_task(level(a));
    auto c = asyncio::create_task(level(b));
    co_await asyncio::sleep(0ms);
    c.cancel();
    print(co_await c);
    print(std::vector<bool>{a.cancelled(), b.cancelled(), c.cancelled()},
          std::vector<int>{a.cancelling(), b.cancelling(), c.cancelling()});
}

int main() { asyncio::run(async_main()); }
