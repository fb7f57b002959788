// uncancel() does not take back what was delivered to the awaited future already.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("cancelled, cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel();
    print("uncancel", t.uncancel());
    co_await asyncio::wait(t);
    print("cancelled", t.cancelled(), t.cancelling());
}

int main() { asyncio::run(async_main()); }
