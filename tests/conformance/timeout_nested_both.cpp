// Both deadlines in one iteration: CancelledError between the blocks, TimeoutError outside, the count back to zero.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto when = asyncio::get_running_loop().time() + 20ms;
    auto outer = asyncio::timeout_at(when), inner = asyncio::timeout_at(when);
    try {
        co_await asyncio::with(outer, [&]() -> Coro<void> {
            try {
                co_await asyncio::with(inner, []() -> Coro<void> { co_await asyncio::sleep(10s); });
            } catch (const asyncio::CancelledError&) {
                print("between: CancelledError, cancelling", asyncio::current_task().cancelling());
                throw;
            } catch (const asyncio::TimeoutError&) {
                print("between: TimeoutError");
                throw;
            }
        });
    } catch (const asyncio::TimeoutError&) {
        print("outside: TimeoutError");
    }
    print("outer", outer.expired(), "inner", inner.expired(), "cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
