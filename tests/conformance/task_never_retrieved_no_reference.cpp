// Without any reference the report comes as soon as the task has failed; a cancelled task is never reported.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails(std::string text) {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument(text);
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message, what(context.exception));
    });
    asyncio::create_task(fails("dropped"));
    auto t = asyncio::create_task(fails("cancelled"));
    co_await asyncio::sleep(0ms);
    t.cancel();
    t = {};
    co_await asyncio::sleep(30ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
