// The message given to cancel() reaches the task and is carried to its awaiters.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print("inner", args(e));
        throw;
    }
}
Coro<void> outer(asyncio::Task<void> t) {
    try {
        co_await t;
    } catch (const asyncio::CancelledError& e) {
        print("outer", args(e));
        throw;
    }
}
Coro<void> async_main() {
    for (std::string message : {"enough", ""}) {
        auto t = asyncio::create_task(inner());
        auto o = asyncio::create_task(outer(t));
        co_await asyncio::sleep(0ms);
        if (message.empty()) t.cancel();
        else t.cancel(message);
        try { co_await o; } catch (const asyncio::CancelledError& e) { print("main", args(e)); }
    }
}

int main() { asyncio::run(async_main()); }
