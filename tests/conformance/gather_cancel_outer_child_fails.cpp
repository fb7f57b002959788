// A child answers the cancellation of the outer with another exception: that is what the awaiter gets.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        throw std::invalid_argument("instead");
    }
}
Coro<void> sleeps() { co_await asyncio::sleep(10s); }
Coro<void> async_main() {
    auto outer = asyncio::gather(fails(), sleeps());
    co_await asyncio::sleep(0ms);
    outer.cancel();
    try {
        co_await outer;
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    } catch (const asyncio::CancelledError&) {
        print("CancelledError");
    }
    print("cancelled", outer.cancelled());
}

int main() { asyncio::run(async_main()); }
