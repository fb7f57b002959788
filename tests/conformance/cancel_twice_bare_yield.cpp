// Two requests while the task is in sleep(0): there is no future to cancel, so the last message counts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    try {
        co_await asyncio::sleep(0ms);
    } catch (const asyncio::CancelledError& e) {
        print("cancelled", args(e));
    }
    co_await asyncio::sleep(0ms);
    co_return "goes on";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    t.cancel("first");
    t.cancel("second");
    auto r = co_await t;
    print(r, t.cancelling());
}

int main() { asyncio::run(async_main()); }
