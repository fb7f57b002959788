// Handles and done callbacks take a context; Handle.get_context() gives it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
void show(std::string n) { print(n, "sees", var.get()); }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto ctx = asyncio::copy_context();
    ctx.run([] { return var.set("in ctx"); });
    auto soon = loop.call_soon([] { show("soon"); }, ctx);
    auto later = loop.call_later(10ms, [] { show("later"); }, ctx);
    print(soon.get_context() == ctx, later.get_context() == ctx);
    auto fut = loop.create_future<void>();
    fut.add_done_callback([](const asyncio::Future<void>&) { show("done callback"); }, ctx);
    fut.set_result();
    co_await asyncio::sleep(20ms);
    print("main", var.get());
}

int main() { asyncio::run(async_main()); }
