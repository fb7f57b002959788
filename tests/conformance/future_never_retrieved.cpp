// A future's exception that nobody retrieves is reported when the future goes; exception() or an awaiter counts as retrieval.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message, what(context.exception));
    });
    auto f = loop.create_future<int>();
    f.set_exception(std::invalid_argument("one"));
    f = {};
    print("dropped one");
    f = loop.create_future<int>();
    f.set_exception(std::invalid_argument("two"));
    print("looked at", what(f.exception()));
    f = loop.create_future<int>();
    f.set_exception(std::invalid_argument("three"));
    try { co_await f; } catch (const std::invalid_argument& e) { print("awaited", e.what()); }
    f = {};
    print("end");
}

int main() { asyncio::run(async_main()); }
