// The deadline arrives as CancelledError inside the block and leaves it as TimeoutError; the count is restored.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(20ms);
    try {
        co_await asyncio::with(cm, [&]() -> Coro<void> {
            try {
                co_await asyncio::sleep(10s);
            } catch (const asyncio::CancelledError&) {
                print("inside: CancelledError, cancelling", asyncio::current_task().cancelling());
                throw;
            }
        });
    } catch (const asyncio::TimeoutError& e) {
        print("outside: TimeoutError", std::vector{str(e)});
    }
    print("expired", cm.expired(), "cancelling", asyncio::current_task().cancelling());
    co_await asyncio::sleep(10ms);
    print("and the task goes on");
}

int main() { asyncio::run(async_main()); }
