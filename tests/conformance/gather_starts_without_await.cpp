// gather wraps its coroutines into tasks when called: they run although nobody awaits the outer future yet.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(int n) {
    print("work", n);
    co_return n;
}
Coro<void> async_main() {
    auto outer = asyncio::gather(work(1), work(2));
    print("called", outer.done());
    co_await asyncio::sleep(0ms);
    print("one iteration", outer.done());
    co_await asyncio::sleep(0ms);
    auto [a, b] = outer.result();
    print("two iterations", outer.done(), std::vector{a, b});
}

int main() { asyncio::run(async_main()); }
