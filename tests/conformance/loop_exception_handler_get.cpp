// get_exception_handler gives what was set; None takes the handler away.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    print("at first", static_cast<bool>(loop.get_exception_handler()));
    loop.set_exception_handler(
        [](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { print("handler:", context.message); });
    print("set", static_cast<bool>(loop.get_exception_handler()));
    asyncio::ExceptionContext by_hand, directly;
    by_hand.message = "by hand";
    directly.message = "called directly";
    loop.call_exception_handler(by_hand);
    loop.get_exception_handler()(loop, directly);
    loop.set_exception_handler(nullptr);
    print("taken away", static_cast<bool>(loop.get_exception_handler()));
    co_return;
}

int main() { asyncio::run(async_main()); }
