// Eager and scheduled tasks mixed: first steps of eager ones at once, later steps in the order they suspended.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n) {
    print(n, "first");
    co_await asyncio::sleep(0ms);
    print(n, "second");
    co_await asyncio::sleep(0ms);
    print(n, "third");
}
Coro<void> async_main() {
    auto s1 = asyncio::create_task(work("scheduled 1"));
    auto e1 = asyncio::create_task(work("eager 1"), {.eager_start = true});
    auto s2 = asyncio::create_task(work("scheduled 2"));
    auto e2 = asyncio::create_task(work("eager 2"), {.eager_start = true});
    print("main waits");
    co_await asyncio::wait(s1, e1, s2, e2);
}

int main() { asyncio::run(async_main()); }
