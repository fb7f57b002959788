// An error raised in answer to the deadline's cancellation wins over TimeoutError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(10ms);
    try {
        co_await asyncio::with(cm, []() -> Coro<void> {
            try {
                co_await asyncio::sleep(10s);
            } catch (const asyncio::CancelledError&) {
                throw std::invalid_argument("cleanup failed");
            }
        });
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
    print("expired", cm.expired(), "cancelling", asyncio::current_task().cancelling());
    auto cm2 = asyncio::timeout(10ms);
    try {
        co_await asyncio::with(cm2, []() -> Coro<void> { throw std::out_of_range("early"); co_return; });
    } catch (const std::out_of_range& e) {
        print("KeyError", e.what(), "expired", cm2.expired());
    }
}

int main() { asyncio::run(async_main()); }
