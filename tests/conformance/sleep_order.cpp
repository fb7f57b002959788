// Sleeping tasks wake by deadline; the sum of sleeps in a row is that of their delays.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> sleeper(int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("slept", ms);
}
Coro<void> steps() {
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::sleep(20ms);
        print("step", i);
    }
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto start = loop.time();
    co_await asyncio::gather(sleeper(50), sleeper(10), sleeper(30), steps());
    auto elapsed = loop.time() - start;
    print(elapsed >= 60ms, elapsed < 5s);
}

int main() { asyncio::run(async_main()); }
