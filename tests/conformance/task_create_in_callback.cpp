// A callback may create tasks; the first step of each is in the next iteration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(int n) {
    print("work", n);
    co_return n;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    std::vector<asyncio::Task<int>> made;
    loop.call_soon([&] {
        made.push_back(loop.create_task(work(1)));
        made.push_back(asyncio::create_task(work(2)));
        print("made");
    });
    loop.call_soon([] { print("same iteration"); });
    co_await asyncio::sleep(0ms);
    int x = co_await made[0], y = co_await made[1];
    print("results", x, y);
}

int main() { asyncio::run(async_main()); }
