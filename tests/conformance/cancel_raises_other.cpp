// A task that answers the cancellation with another exception is failed, not cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        throw std::invalid_argument("instead");
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel();
    try { co_await t; } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    print("cancelled", t.cancelled(), "cancelling", t.cancelling(), type_name(t.exception()));
}

int main() { asyncio::run(async_main()); }
