// An exception unwinds the awaiting coroutines innermost first, in one step, before anybody else runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Finally {
    int n;
    ~Finally() { print("unwinding", n); }
};
Coro<void> level(int n) {
    Finally finally{n};
    if (n) {
        co_await level(n - 1);
    } else {
        co_await asyncio::sleep(10ms);
        asyncio::get_running_loop().call_soon([] { print("somebody else"); });
        throw std::invalid_argument("bottom");
    }
}
Coro<void> async_main() {
    try { co_await level(3); } catch (const std::invalid_argument& e) { print("caught", e.what()); }
    co_await asyncio::sleep(0ms);
}

int main() { asyncio::run(async_main()); }
