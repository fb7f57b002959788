// wait_for(future): on a timeout the future itself is cancelled; its other waiters get CancelledError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> other(asyncio::Future<int> fut) {
    try {
        co_await fut;
    } catch (const asyncio::CancelledError&) {
        print("other: CancelledError, cancelling", asyncio::current_task().cancelling());
    }
}
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<int>();
    auto t = asyncio::create_task(other(fut));
    try {
        co_await asyncio::wait_for(fut, 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, future cancelled", fut.cancelled());
    }
    co_await t;
}

int main() { asyncio::run(async_main()); }
