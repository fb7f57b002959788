// set_exception_handler(None) restores the default one, which logs the message; call_exception_handler goes to the handler.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

void collect(asyncio::LogLevel, std::string_view text) { print("log:", std::string(text.substr(0, text.find('\n')))); }
Coro<void> async_main() {
    asyncio::set_log_handler(collect);
    auto& loop = asyncio::get_running_loop();
    print("handler", loop.get_exception_handler() ? "set" : "None");
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { print("handler:", context.message); });
    loop.call_exception_handler({.message = "to the handler"});
    loop.set_exception_handler(nullptr);
    loop.call_exception_handler({.message = "to the log"});
    loop.default_exception_handler({.message = "straight to the log"});
    co_return;
}

int main() { asyncio::run(async_main()); }
