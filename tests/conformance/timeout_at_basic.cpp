// timeout_at() takes an absolute loop time, None is no deadline; when() tells it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto when = loop.time() + 20ms;
    auto cm = asyncio::timeout_at(when);
    print("when", *cm.when() == when);
    try {
        co_await asyncio::with(cm, []() -> Coro<void> { co_await asyncio::sleep(10s); });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, not too early:", loop.time() >= when - 1ms);
    }
    co_await asyncio::with(asyncio::timeout_at(std::nullopt), [](asyncio::Timeout& cm) -> Coro<void> {
        co_await asyncio::sleep(10ms);
        print("when", cm.when() ? "a time" : "None");
    });
    try {
        co_await asyncio::with(asyncio::timeout_at(loop.time() - 5s), []() -> Coro<void> { co_await asyncio::sleep(10s); });
    } catch (const asyncio::TimeoutError&) {
        print("in the past: TimeoutError");
    }
}

int main() { asyncio::run(async_main()); }
