// shield() of a plain future: the cancellation of a waiter does not cancel the future for the others.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(std::string n, asyncio::Future<std::string> f) {
    try {
        auto x = co_await asyncio::shield(f);
        print(n, "got", x);
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    auto a = asyncio::create_task(waiter("a", f)), b = asyncio::create_task(waiter("b", f));
    co_await asyncio::sleep(0ms);
    a.cancel();
    co_await asyncio::sleep(0ms);
    print("future cancelled", f.cancelled());
    f.set_result("x");
    co_await asyncio::wait(a, b);
}

int main() { asyncio::run(async_main()); }
