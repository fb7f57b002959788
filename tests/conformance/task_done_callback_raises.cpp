// A done callback that raises is reported to the exception handler; the other callbacks and the awaiter are not disturbed.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() { co_return 1; }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print("handler", context.message.substr(0, 21), what(context.exception));
    });
    auto t = asyncio::create_task(work());
    t.add_done_callback([](const asyncio::Future<int>&) { print("callback 1"); });
    t.add_done_callback([](const asyncio::Future<int>&) { throw std::invalid_argument("in the callback"); });
    t.add_done_callback([](const asyncio::Future<int>&) { print("callback 3"); });
    print("result", co_await t);
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
