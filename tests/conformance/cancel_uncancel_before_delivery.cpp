// uncancel() down to 0 takes back a request that was not delivered yet (3.13).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    auto t = asyncio::current_task();
    t.cancel();
    int count = t.cancelling(), left = t.uncancel();
    print("cancelling", count, "uncancel", left);
    co_await asyncio::sleep(10ms);
    print("not cancelled");
    t.cancel();
    t.cancel();
    print("uncancel", t.uncancel());
    try { co_await asyncio::sleep(10ms); } catch (const asyncio::CancelledError&) { print("cancelled, one request was left"); }
    co_return t.uncancel();
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    int left = co_await t;
    print("left", left, "cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
