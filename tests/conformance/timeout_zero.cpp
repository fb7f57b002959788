// timeout(0) does not fire at once: the body runs to its first real suspension, and may end before it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::timeout(0ms), []() -> Coro<void> {
            print("body starts");
            co_await asyncio::sleep(0ms);
            print("never printed");
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
    auto cm = asyncio::timeout(0ms);
    co_await asyncio::with(cm, []() -> Coro<void> {
        print("a body without a suspension ends");
        co_return;
    });
    print("expired", cm.expired());
    try {
        co_await asyncio::with(asyncio::timeout(-1s), []() -> Coro<void> { co_await asyncio::sleep(1s); });
    } catch (const asyncio::TimeoutError&) {
        print("negative: TimeoutError");
    }
}

int main() { asyncio::run(async_main()); }
