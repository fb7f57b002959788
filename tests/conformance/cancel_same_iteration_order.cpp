// Cancelled while ready to run: the step that was already queued delivers the CancelledError, in its place in the order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n) {
    try {
        co_await asyncio::sleep(0ms);
        print(n, "goes on");
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
    }
}
Coro<void> async_main() {
    auto a = asyncio::create_task(work("a")), b = asyncio::create_task(work("b")), c = asyncio::create_task(work("c"));
    co_await asyncio::sleep(0ms);
    b.cancel();
    asyncio::get_running_loop().call_soon([] { print("after all"); });
    co_await asyncio::wait(a, b, c);
    print(b.cancelled(), b.cancelling());
}

int main() { asyncio::run(async_main()); }
