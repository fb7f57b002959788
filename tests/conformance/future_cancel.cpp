// cancel() of a future takes effect at once; its callbacks and waiters hear of it in the next iteration, with the message.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> waiter(asyncio::Future<int> f) {
    try {
        co_await f;
    } catch (const asyncio::CancelledError& e) {
        print("waiter", args(e), asyncio::current_task().cancelling());
        co_return "waiter goes on";
    }
    co_return "";
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    f.add_done_callback([](const asyncio::Future<int>& f) { print("callback", f.cancelled()); });
    auto t = asyncio::create_task(waiter(f));
    co_await asyncio::sleep(0ms);
    bool requested = f.cancel("no more");
    print("cancel", requested, f.cancelled(), f.done());
    print(co_await t);
    try { f.result(); } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    try { (void)f.exception(); } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
}

int main() { asyncio::run(async_main()); }
