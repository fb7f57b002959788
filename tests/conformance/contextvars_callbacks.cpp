// call_soon, call_later and add_done_callback capture a copy of the context when they are called.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
void show(std::string what) {
    print(what, "sees", var.get());
    var.set("changed by " + what);
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto fut = loop.create_future<void>();
    var.set("one");
    loop.call_soon([] { show("soon"); });
    var.set("two");
    loop.call_later(10ms, [] { show("later"); });
    var.set("three");
    fut.add_done_callback([](const asyncio::Future<void>&) { show("done callback"); });
    var.set("four");
    fut.set_result();
    auto ctx = asyncio::copy_context();
    loop.call_soon([] { show("in ctx"); }, ctx);
    co_await asyncio::sleep(20ms);
    print("main", var.get(), "ctx", ctx.get(var));
}

int main() { asyncio::run(async_main()); }
