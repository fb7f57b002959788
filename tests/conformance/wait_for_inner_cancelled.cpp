// Somebody else cancels the task that wait_for waits for: CancelledError, no timeout, and the waiter itself is not cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() { co_await asyncio::sleep(10s); }
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    asyncio::get_running_loop().call_later(10ms, [t]() mutable { t.cancel(); });
    try {
        co_await asyncio::wait_for(t, 1s);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    } catch (const asyncio::CancelledError&) {
        print("CancelledError, cancelling", asyncio::current_task().cancelling());
    }
    print("task cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
