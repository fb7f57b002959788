// An exception in a callback goes to the loop's exception handler; the loop and the other callbacks go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([&](asyncio::EventLoop& handler_loop, const asyncio::ExceptionContext& context) {
        print("handler: same loop", &handler_loop == &loop);
        print(context.message.substr(0, 21), type_name(context.exception), what(context.exception));
    });
    auto fails = [] { throw std::invalid_argument("boom"); };
    loop.call_soon(fails);
    loop.call_soon([] { print("the next callback runs"); });
    co_await asyncio::sleep(0ms);
    loop.call_later(10ms, fails);
    co_await asyncio::sleep(20ms);
    print("main goes on");
}

int main() { asyncio::run(async_main()); }
