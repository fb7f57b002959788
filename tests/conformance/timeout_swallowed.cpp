// The body swallows the cancellation: no TimeoutError, but expired() is true and the count is restored.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(10ms);
    co_await asyncio::with(cm, [&]() -> Coro<void> {
        try {
            co_await asyncio::sleep(10s);
        } catch (const asyncio::CancelledError&) {
            print("swallowed, cancelling", asyncio::current_task().cancelling());
        }
        co_await asyncio::sleep(10ms);
        print("the body goes on, expired", cm.expired());
    });
    print("expired", cm.expired(), "cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
