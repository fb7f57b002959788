// A hundred thousand inline awaits in a row and a recursion of 300 levels: no iteration passes.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> one() { co_return 1; }
Coro<int> depth(int n) {
    if (n == 0) co_return 0;
    co_return 1 + co_await depth(n - 1);
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.call_soon([] { print("the loop's turn"); });
    int total = 0;
    for (int i = 0; i < 100000; ++i) total += co_await one();
    print("total", total);
    print("depth", co_await depth(300));
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
