// Cancelling the task of nested groups: the inner group's children end before the outer group's are cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n) {
    std::exception_ptr err;
    try { co_await asyncio::sleep(10s); } catch (const asyncio::CancelledError&) { err = std::current_exception(); }
    co_await asyncio::sleep(10ms);
    print("cleaned up", n);
    std::rethrow_exception(err);
}
Coro<void> parent() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& outer) -> Coro<void> {
        outer.create_task(child("outer"));
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& inner) -> Coro<void> {
            inner.create_task(child("inner"));
            co_return;
        });
        print("never printed");
    });
}
Coro<void> async_main() {
    auto t = asyncio::create_task(parent());
    co_await asyncio::sleep(10ms);
    t.cancel("stop");
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
}

int main() { asyncio::run(async_main()); }
