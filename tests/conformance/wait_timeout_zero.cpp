// A timeout of 0 still gives the children the iterations until the timer fires.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> quick() { co_return 1; }
Coro<int> slow() {
    co_await asyncio::sleep(50ms);
    co_return 2;
}
Coro<void> async_main() {
    auto q = asyncio::create_task(quick()), s = asyncio::create_task(slow());
    std::vector both{q, s};
    auto in = [](auto& t, auto& v) { return std::find(v.begin(), v.end(), t) != v.end(); };
    auto r = co_await asyncio::wait(both, {.timeout = 0ms});
    print(in(q, r.done), in(s, r.pending), r.done.size(), r.pending.size());
    auto all = co_await asyncio::wait(both, {.timeout = std::nullopt});
    print(all.done.size(), all.pending.size());
}

int main() { asyncio::run(async_main()); }
