// A cancelled child is an exception like others: the awaiter gets CancelledError, the outer future is not cancelled, siblings go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n) {
    co_await asyncio::sleep(10ms);
    print("end", n);
    co_return n;
}
Coro<void> async_main() {
    auto a = asyncio::create_task(child("a")), b = asyncio::create_task(child("b"));
    auto outer = asyncio::gather(a, b);
    co_await asyncio::sleep(0ms);
    a.cancel("only a");
    try {
        co_await outer;
    } catch (const asyncio::CancelledError& e) {
        print("CancelledError", args(e), "outer done", outer.done(), "cancelled", outer.cancelled());
    }
    print("me", asyncio::current_task().cancelling(), "a", a.cancelled(), "b", b.done());
    print(co_await b);
}

int main() { asyncio::run(async_main()); }
