// Awaiting one coroutine after the other is sequential; tasks overlap.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(std::string n, int ms) {
    print("begin", n);
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    co_return n;
}
Coro<void> async_main() {
    auto a = co_await work("a", 20);
    auto b = co_await work("b", 10);
    print("sequential", a, b);
    auto ta = asyncio::create_task(work("a", 20));
    auto tb = asyncio::create_task(work("b", 10));
    a = co_await ta;
    b = co_await tb;
    print("concurrent", a, b);
    for (std::string n : {"x", "y"}) co_await asyncio::create_task(work(n, 10));
    print("tasks one by one are sequential again");
}

int main() { asyncio::run(async_main()); }
