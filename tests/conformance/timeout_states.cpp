// A Timeout is entered once, and rescheduled only while it is entered.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(10ms);
    try { cm.reschedule(std::nullopt); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    try {
        co_await asyncio::with(cm, []() -> Coro<void> { co_await asyncio::sleep(10s); });
    } catch (const asyncio::TimeoutError&) {
        print("expired", cm.expired());
    }
    try { cm.reschedule(std::nullopt); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    try {
        co_await asyncio::with(cm, []() -> Coro<void> { print("never printed"); co_return; });
    } catch (const std::runtime_error& e) {
        print("RuntimeError:", e.what());
    }
}

int main() { asyncio::run(async_main()); }
