// Cancelling a task that waits for a Future cancels the future at once, for all its waiters; the others are not themselves cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(std::string n, asyncio::Future<int> f) {
    try {
        co_await f;
    } catch (const asyncio::CancelledError& e) {
        print(n, args(e), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    auto a = asyncio::create_task(waiter("a", f)), b = asyncio::create_task(waiter("b", f));
    co_await asyncio::sleep(0ms);
    a.cancel("stop a");
    print("future cancelled", f.cancelled(), "a done", a.done());
    co_await asyncio::wait(a, b);
    print(a.cancelled(), b.cancelled(), a.cancelling(), b.cancelling());
}

int main() { asyncio::run(async_main()); }
