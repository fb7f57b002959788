// Ending several consumers with sentinels: one for each of them.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> consumer(int n, asyncio::Queue<std::optional<int>>& q) {
    int total = 0;
    for (;;) {
        auto x = co_await q.get();
        if (!x) break;
        total += *x;
        co_await asyncio::sleep(0ms);
    }
    print("consumer", n, "ends");
    co_return total;
}
Coro<void> async_main() {
    asyncio::Queue<std::optional<int>> q;
    std::vector<asyncio::Task<int>> ts;
    for (int n = 0; n < 3; ++n) ts.push_back(asyncio::create_task(consumer(n, q)));
    for (int x = 1; x <= 10; ++x) co_await q.put(x);
    for (std::size_t i = 0; i < ts.size(); ++i) co_await q.put(std::nullopt);
    int sum = 0;
    auto totals = co_await asyncio::gather(ts);
    for (int total : totals) sum += total;
    print("sum", sum, "left", q.qsize());
}

int main() { asyncio::run(async_main()); }
