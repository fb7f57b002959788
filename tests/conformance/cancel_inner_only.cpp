// The awaiter of a cancelled task gets CancelledError but was not cancelled itself: cancelling() == 0 tells the difference.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() { co_await asyncio::sleep(10s); }
Coro<std::string> outer(asyncio::Task<void> t) {
    try {
        co_await t;
    } catch (const asyncio::CancelledError&) {
        if (asyncio::current_task().cancelling()) {
            print("I was cancelled");
            throw;
        }
        print("only the inner one was cancelled");
        co_return "outer goes on";
    }
    co_return "";
}
Coro<void> async_main() {
    for (std::string which : {"inner", "outer"}) {
        auto i = asyncio::create_task(inner());
        auto o = asyncio::create_task(outer(i));
        co_await asyncio::sleep(0ms);
        if (which == "inner") i.cancel();
        else o.cancel();
        co_await asyncio::wait(o);
        print(which, "inner", i.cancelled(), "outer", o.cancelled());
    }
}

int main() { asyncio::run(async_main()); }
