// Nested groups that end well: the inner one ends before the outer body goes on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("done", n);
}
Coro<void> async_main() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& outer) -> Coro<void> {
        outer.create_task(work("outer slow", 50));
        outer.create_task(work("outer fast", 10));
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& inner) -> Coro<void> {
            inner.create_task(work("inner", 30));
            co_return;
        });
        print("inner group ended");
    });
    print("outer group ended");
}

int main() { asyncio::run(async_main()); }
