// async for over an async generator: it runs in the consumer's task, one item at a time.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> countdown(int n) {
    print("generator starts in the consumer's task:", asyncio::current_task().get_name());
    while (n) {
        co_yield n;
        co_await asyncio::sleep(10ms);
        n -= 1;
    }
    print("generator ends");
}
Coro<void> async_main() {
    asyncio::current_task().set_name("main");
    auto g = countdown(3);
    print("created");
    while (auto x = co_await g.next()) print("got", *x);
    std::vector<int> all;
    auto g2 = countdown(2);
    while (auto x = co_await g2.next()) all.push_back(*x);
    print(all);
}

int main() { asyncio::run(async_main()); }
