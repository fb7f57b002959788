// What the exception handler is told: a failed callback comes with its handle.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message.substr(0, 21), "handle", bool(context.handle), "future", bool(context.future), "task",
              bool(context.task));
        if (context.handle) print("its handle, cancelled", context.handle.cancelled());
    });
    loop.call_later(10ms, [] { throw std::invalid_argument("boom"); });
    co_await asyncio::sleep(20ms);
    asyncio::ExceptionContext context;
    context.message = "only a message at all";
    loop.call_exception_handler(context);
}

int main() { asyncio::run(async_main()); }
