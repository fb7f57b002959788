// A shield that nobody awaits and whose inner task fails: one report, when the outer future goes.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    co_await asyncio::sleep(0ms);
    throw std::invalid_argument("boom");
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message, what(context.exception));
    });
    auto t = asyncio::create_task(fails());
    auto outer = asyncio::shield(t);
    co_await asyncio::sleep(10ms);
    print("done", t.done(), outer.done());
    outer = {};
    t = {};
    print("end");
}

int main() { asyncio::run(async_main()); }
