// Two shields around one task: cancelling the outermost leaves the middle one and the task.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> inner() {
    co_await asyncio::sleep(20ms);
    co_return "safe";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(inner());
    auto middle = asyncio::shield(t);
    auto outer = asyncio::shield(middle);
    co_await asyncio::sleep(0ms);
    bool requested = outer.cancel();
    print("cancel", requested, outer.cancelled(), middle.cancelled(), t.cancelling());
    print(co_await middle);
    print(outer.cancelled(), middle.done(), t.done());
}

int main() { asyncio::run(async_main()); }
