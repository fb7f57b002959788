// create_task(context=ctx) uses the given context itself, not a copy: what the task sets is seen in ctx.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
Coro<void> child(std::string value) {
    print("child sees", var.get());
    var.set(value);
    co_return;
}
Coro<void> async_main() {
    var.set("main");
    auto ctx = asyncio::copy_context();
    co_await asyncio::create_task(child("first"), {.context = ctx});
    print("ctx", ctx.get(var), "main", var.get());
    co_await asyncio::create_task(child("second"), {.context = ctx});
    print("ctx", ctx.get(var), "main", var.get());
    auto t = asyncio::create_task(child("third"), {.context = ctx});
    print("get_context", t.get_context() == ctx);
    co_await t;
}

int main() { asyncio::run(async_main()); }
