// call_soon runs nothing itself; callbacks run in FIFO order, what they schedule runs in the next iteration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.call_soon([&] {
        print("first");
        loop.call_soon([] { print("scheduled by first"); });
        print("first ends");
    });
    loop.call_soon([] { print("second"); });
    loop.call_soon([] { print("third"); });
    print("main goes on");
    co_await asyncio::sleep(0ms);
    print("one iteration");
    co_await asyncio::sleep(0ms);
    print("two iterations");
}

int main() { asyncio::run(async_main()); }
