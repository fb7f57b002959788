// get_running_loop: in tasks and callbacks the loop that runs them, outside RuntimeError (and None for the underscored one).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<asyncio::EventLoop*> child() { co_return &asyncio::get_running_loop(); }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.call_soon([&] { print("callback", &asyncio::get_running_loop() == &loop); });
    auto t = asyncio::create_task(child());
    auto* seen = co_await t;
    print("task", seen == &loop, &t.get_loop() == &loop);
    print("or null", asyncio::get_running_loop_or_null() == &loop);
}
void outside() {
    print("or null", asyncio::get_running_loop_or_null() == nullptr);
    try { asyncio::get_running_loop(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
}
int main() {
    outside();
    asyncio::run(async_main());
    outside();
}
