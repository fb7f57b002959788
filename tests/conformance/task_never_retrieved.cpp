// A failed task whose exception nobody looked at is reported when its last reference goes.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    throw std::invalid_argument("nobody sees me");
    co_return;
}
Coro<void> async_main() {
    asyncio::get_running_loop().set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message, type_name(context.exception), what(context.exception));
    });
    auto t = asyncio::create_task(fails());
    co_await asyncio::sleep(10ms);
    print("still referenced, done", t.done());
    t = {};
    print("dropped");
    t = asyncio::create_task(fails());
    co_await asyncio::sleep(10ms);
    print("retrieved", what(t.exception()));
    t = {};
    print("end");
}

int main() { asyncio::run(async_main()); }
