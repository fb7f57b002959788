// Generators that consume generators: lazy, one item travels through all stages before the next one starts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> numbers() {
    for (int i = 1; i < 5; ++i) {
        print("make", i);
        co_yield i;
    }
}
asyncio::AsyncGenerator<int> squares(asyncio::AsyncGenerator<int> source) {
    while (auto x = co_await source.next()) {
        co_await asyncio::sleep(0ms);
        co_yield *x * *x;
    }
}
asyncio::AsyncGenerator<int> even(asyncio::AsyncGenerator<int> source) {
    while (auto x = co_await source.next())
        if (*x % 2 == 0) co_yield *x;
}
Coro<void> async_main() {
    auto g = even(squares(numbers()));
    while (auto x = co_await g.next()) print("got", *x);
}

int main() { asyncio::run(async_main()); }
