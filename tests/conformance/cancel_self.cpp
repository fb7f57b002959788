// A task that cancels itself goes on to its next suspension; if it returns first it is cancelled all the same, the value is lost.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> suspends() {
    print("requested", asyncio::current_task().cancel("me"));
    print("still running");
    try {
        co_await asyncio::sleep(0ms);
    } catch (const asyncio::CancelledError& e) {
        print("at the await", args(e));
        throw;
    }
    co_return "";
}
Coro<std::string> returns() {
    asyncio::current_task().cancel("me too");
    co_return "lost";
}
Coro<void> async_main() {
    for (auto work : {suspends, returns}) {
        auto t = asyncio::create_task(work());
        try {
            auto r = co_await t;
            print("result", r);
        } catch (const asyncio::CancelledError& e) {
            print("CancelledError", args(e), t.cancelled());
        }
    }
}

int main() { asyncio::run(async_main()); }
