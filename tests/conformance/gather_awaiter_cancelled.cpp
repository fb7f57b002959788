// Cancelling the task that awaits a gather cancels all its children, with the message.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n) {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("child", n, args(e));
        throw;
    }
}
Coro<void> parent() {
    try {
        co_await asyncio::gather(child("a"), child("b"));
    } catch (const asyncio::CancelledError&) {
        print("parent cancelled, cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto p = asyncio::create_task(parent());
    co_await asyncio::sleep(10ms);
    p.cancel("stop all");
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::sleep(0ms);
        print("iteration", i, p.done());
    }
    co_await asyncio::wait(p);
    print("cancelled", p.cancelled());
}

int main() { asyncio::run(async_main()); }
