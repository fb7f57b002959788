// A task that swallows the CancelledError goes on as if nothing had happened; the count stays.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    try { co_await asyncio::sleep(10s); } catch (const asyncio::CancelledError&) { print("swallowed"); }
    co_await asyncio::sleep(10ms);
    print("goes on");
    co_return "finished";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel();
    auto r = co_await t;
    print(r, "cancelled", t.cancelled(), "cancelling", t.cancelling());
}

int main() { asyncio::run(async_main()); }
