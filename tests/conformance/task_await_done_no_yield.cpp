// Awaiting something that is already done does not suspend: nobody else runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value() { co_return 7; }
Coro<void> async_main() {
    auto t = asyncio::create_task(value());
    co_await asyncio::sleep(0ms);
    auto f = asyncio::get_running_loop().create_future<std::string>();
    f.set_result("ready");
    asyncio::get_running_loop().call_soon([] { print("somebody else"); });
    print("task", co_await t);
    print("future", co_await f);
    int x = co_await t;
    std::string y = co_await f;
    print("again", x, y);
    co_await asyncio::sleep(0ms);
    print("after a yield");
}

int main() { asyncio::run(async_main()); }
