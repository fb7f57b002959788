// A gather that nobody awaits: its exception is reported when the outer future goes, the children's are not.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails(std::string n) {
    throw std::invalid_argument(n);
    co_return;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        print(context.message.substr(context.message.find("Future ") + 7), what(context.exception));
    });
    auto outer = asyncio::gather(fails("one"), fails("two"));
    co_await asyncio::sleep(10ms);
    print("done", outer.done());
    outer = {};
    print("end");
}

int main() { asyncio::run(async_main()); }
