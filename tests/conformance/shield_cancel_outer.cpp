// Cancelling the awaiter of shield(): the awaiter gets CancelledError, the inner task goes on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> inner() {
    co_await asyncio::sleep(30ms);
    print("inner ends");
    co_return "inner's value";
}
Coro<void> awaiter(asyncio::Task<std::string> t) {
    try {
        co_await asyncio::shield(t);
    } catch (const asyncio::CancelledError& e) {
        print("awaiter cancelled", args(e));
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(inner());
    auto a = asyncio::create_task(awaiter(t));
    co_await asyncio::sleep(10ms);
    print("cancel", a.cancel("not inner"));
    co_await asyncio::wait(a);
    print("awaiter", a.cancelled(), "inner", t.done(), t.cancelling());
    print(co_await t);
}

int main() { asyncio::run(async_main()); }
