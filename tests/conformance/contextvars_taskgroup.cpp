// Children of a TaskGroup and of gather get copies too; the group's own context does not change.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::ContextVar<std::string> request("request", "none");
Coro<void> log(std::string text) {
    print("[" + request.get() + "]", text);
    co_return;
}
Coro<void> handle(std::string name) {
    request.set(name);
    co_await log("begins");
    co_await asyncio::sleep(10ms);
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(log("child"));
        co_return;
    });
    co_await log("ends");
}
Coro<void> async_main() {
    co_await asyncio::gather(handle("a"), handle("b"));
    co_await log("main");
}

int main() { asyncio::run(async_main()); }
