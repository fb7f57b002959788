// cancel() and uncancel() before the first step: the task runs as if nothing had happened (3.13).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    print("work runs", asyncio::current_task().cancelling());
    co_await asyncio::sleep(0ms);
    co_return "value";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    bool requested = t.cancel();
    print("cancel", requested, "uncancel", t.uncancel());
    auto r = co_await t;
    print(r, t.cancelled());
}

int main() { asyncio::run(async_main()); }
