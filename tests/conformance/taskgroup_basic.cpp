// The end of the block waits for every child; results are read from the tasks afterwards.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("done", n);
    co_return n == "a" ? "A" : "B";
}
Coro<void> async_main() {
    asyncio::Task<std::string> a, b;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        a = tg.create_task(work("a", 30));
        b = tg.create_task(work("b", 10));
        print("body ends, done:", a.done(), b.done());
        co_return;
    });
    print("group ends, done:", a.done(), b.done());
    print(a.result(), b.result());
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup&) -> Coro<void> { co_return; });
    print("an empty group ends at once");
}

int main() { asyncio::run(async_main()); }
