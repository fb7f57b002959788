// cancel() from outside before the deadline stays a CancelledError, with its message; the count stays.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    auto cm = asyncio::timeout(10s);
    try {
        co_await asyncio::with(cm, []() -> Coro<void> { co_await asyncio::sleep(10s); });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e), "expired", cm.expired(), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(10ms);
    t.cancel("stop");
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
