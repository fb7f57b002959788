// One computation for many who ask at once: the first makes the task, the others await the same one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
#include <map>
using namespace std::chrono_literals;
using asyncio::Coro;

std::map<int, asyncio::Task<int>> cache;
int calls = 0;
Coro<int> compute(int key) {
    calls += 1;
    co_await asyncio::sleep(10ms);
    co_return key * key;
}
Coro<int> cached(int key) {
    if (!cache.contains(key)) cache.emplace(key, asyncio::create_task(compute(key)));
    co_return co_await cache.at(key);
}
Coro<void> async_main() {
    auto [a, b, c, d] = co_await asyncio::gather(cached(3), cached(4), cached(3), cached(3));
    print(std::vector{a, b, c, d});
    print("calls", calls);
    print(co_await cached(4), "calls", calls);
    cache.clear();
}

int main() { asyncio::run(async_main()); }
