// cancel() of a failed future is False, but it counts as looking at the exception: no report.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print("reported", what(context.exception));
    });
    auto f = loop.create_future<int>();
    f.set_exception(std::invalid_argument("one"));
    print("cancel", f.cancel());
    f = {};
    print("dropped");
    f = loop.create_future<int>();
    f.set_exception(std::invalid_argument("two"));
    f = {};
    print("end");
    co_return;
}

int main() { asyncio::run(async_main()); }
