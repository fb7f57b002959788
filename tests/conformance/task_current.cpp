// current_task(): the task that runs; None in a callback; RuntimeError without a running loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child() { co_return asyncio::current_task().get_name(); }
Coro<std::string> inline_() { co_return asyncio::current_task().get_name(); }
Coro<void> async_main() {
    auto me = asyncio::current_task();
    auto t = asyncio::create_task(child());
    auto from_child = co_await t;
    auto from_inline = co_await inline_();
    print("child", from_child == t.get_name(), "inline", from_inline == me.get_name());
    asyncio::get_running_loop().call_soon([] { print("callback", !asyncio::current_task()); });
    co_await asyncio::sleep(0ms);
    print("main again", asyncio::current_task() == me);
}
int main() {
    asyncio::run(async_main());
    try {
        (void)asyncio::current_task();
    } catch (const std::runtime_error& e) {
        print("RuntimeError:", e.what());
    }
}
