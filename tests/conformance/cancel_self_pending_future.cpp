// Cancelled by itself, then awaiting a pending future: the future is cancelled by it, at once, for all.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(asyncio::Future<int> f) {
    asyncio::current_task().cancel("mine");
    try {
        co_await f;
    } catch (const asyncio::CancelledError& e) {
        print("work", args(e));
        throw;
    }
}
Coro<void> other(asyncio::Future<int> f) {
    try { co_await f; } catch (const asyncio::CancelledError& e) { print("other", args(e)); }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    f.add_done_callback([](const asyncio::Future<int>& f) { print("callback", f.cancelled()); });
    auto o = asyncio::create_task(other(f));
    auto t = asyncio::create_task(work(f));
    co_await asyncio::sleep(0ms);
    print("future cancelled", f.cancelled(), "work done", t.done());
    co_await asyncio::wait(t, o);
    print(t.cancelled(), o.cancelled());
}

int main() { asyncio::run(async_main()); }
