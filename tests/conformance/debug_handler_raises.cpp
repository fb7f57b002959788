// An exception handler that itself fails does not stop the loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

void handler(asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
    print("handler:", what(context.exception));
    throw std::runtime_error("handler failed");
}
Coro<void> async_main() {
    asyncio::set_log_handler([](asyncio::LogLevel, std::string_view) {});
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler(handler);
    loop.call_soon([] { throw std::invalid_argument("callback failed"); });
    co_await asyncio::sleep(10ms);
    print("the loop goes on");
}

int main() { asyncio::run(async_main()); }
