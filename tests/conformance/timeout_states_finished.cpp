// After a block that ended in time, reschedule() fails too, and the message names the state.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(10s);
    co_await asyncio::with(cm, []() -> Coro<void> { co_return; });
    print("expired", cm.expired());
    try { cm.reschedule(std::nullopt); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
}

int main() { asyncio::run(async_main()); }
