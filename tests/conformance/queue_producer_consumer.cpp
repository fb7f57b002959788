// A bounded queue slows the producer down to the consumer's pace (back-pressure).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> producer(asyncio::Queue<std::optional<int>>& q) {
    for (int i = 0; i < 5; ++i) {
        co_await q.put(i);
        print("put", i, "size", q.qsize());
    }
    co_await q.put(std::nullopt);
}
Coro<void> consumer(asyncio::Queue<std::optional<int>>& q) {
    for (;;) {
        auto x = co_await q.get();
        if (!x) break;
        co_await asyncio::sleep(10ms);
        print("consumed", *x);
    }
}
Coro<void> async_main() {
    asyncio::Queue<std::optional<int>> q(2);
    co_await asyncio::gather(producer(q), consumer(q));
    print("maxsize", q.maxsize(), "empty", q.empty());
}

int main() { asyncio::run(async_main()); }
