// An eager task starts inside create_task, but in a context of its own all the same.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> var("var", "default");
Coro<void> child() {
    print("child sees", var.get());
    var.set("child");
    co_await asyncio::sleep(0ms);
    print("child keeps", var.get());
}
Coro<void> async_main() {
    var.set("main");
    auto t = asyncio::create_task(child(), {.eager_start = true});
    print("main keeps", var.get());
    co_await t;
    print("main keeps", var.get());
}

int main() { asyncio::run(async_main()); }
