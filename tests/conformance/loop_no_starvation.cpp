// A callback that re-schedules itself for ever does not starve the timers: each iteration looks at them.
#include <asyncio/asyncio.hpp>
#include <functional>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    bool spinning = true;
    int spins = 0;
    std::function<void()> spin = [&] {
        ++spins;
        if (spinning) loop.call_soon([&] { spin(); });
    };
    loop.call_soon([&] { spin(); });
    loop.call_later(-1s, [&] {
        print("timer fired");
        spinning = false;
    });
    while (spinning) co_await asyncio::sleep(0ms);
    print("spun", spins > 0);
    co_await asyncio::sleep(0ms);
}

int main() { asyncio::run(async_main()); }
