// The inner task is cancelled after the outer future was: nothing is reported.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() { co_await asyncio::sleep(10s); }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler(
        [](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { print("reported", context.message); });
    auto t = asyncio::create_task(inner());
    auto outer = asyncio::shield(t);
    co_await asyncio::sleep(0ms);
    print("cancel outer", outer.cancel());
    co_await asyncio::sleep(0ms);
    print("cancel inner", t.cancel());
    co_await asyncio::wait(t);
    print(outer.cancelled(), t.cancelled());
    co_await asyncio::sleep(10ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
