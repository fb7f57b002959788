// outer.cancel() cancels every child; the outer future is done only when the children are.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n) {
    struct Finally { std::string n; ~Finally() { print("cleanup", n); } } finally{n};
    co_await asyncio::sleep(10s);
}
Coro<void> async_main() {
    auto a = asyncio::create_task(child("a")), b = asyncio::create_task(child("b"));
    auto outer = asyncio::gather(a, b);
    co_await asyncio::sleep(0ms);
    bool requested = outer.cancel("all of you");
    print("cancel", requested, "done", outer.done());
    try { co_await outer; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    bool again = outer.cancel();
    print(a.cancelled(), b.cancelled(), "outer cancelled", outer.cancelled(), "again", again);
}

int main() { asyncio::run(async_main()); }
