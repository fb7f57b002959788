// Cancelling the task that waits leaves the children alone.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    co_await asyncio::sleep(30ms);
    print("child ends");
}
Coro<void> waiter(std::vector<asyncio::Task<void>> ts) {
    try {
        co_await asyncio::wait(ts);
    } catch (const asyncio::CancelledError&) {
        print("waiter cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto c = asyncio::create_task(child());
    std::vector<asyncio::Task<void>> ts{c};
    auto w = asyncio::create_task(waiter(ts));
    co_await asyncio::sleep(10ms);
    w.cancel();
    co_await asyncio::wait(w);
    print("waiter", w.cancelled(), "child", c.done(), c.cancelling());
    co_await c;
}

int main() { asyncio::run(async_main()); }
