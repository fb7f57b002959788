// A leftover task that fails during the final cancellation is reported to the exception handler; run() still gives its value.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> background() {
    try { co_await asyncio::sleep(10s); } catch (...) {}
    throw std::invalid_argument("in cleanup");
}
Coro<std::string> async_main() {
    asyncio::get_running_loop().set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print("handler:", context.message, "-", what(context.exception));
    });
    auto t = asyncio::create_task(background());
    co_await asyncio::sleep(10ms);
    co_return "value";
}

int main() { print(asyncio::run(async_main())); }
