// An error in the generator comes out of the iteration; afterwards it is exhausted for ever.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> gen() {
    co_yield 1;
    throw std::invalid_argument("in the generator");
    co_yield 2;
}
Coro<void> async_main() {
    auto g = gen();
    try {
        while (auto x = co_await g.next()) print("got", *x);
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
    for (int i = 0; i < 2; ++i) {
        auto x = co_await g.next();
        print(x ? "an item" : "exhausted");
    }
    while (auto x = co_await g.next()) print("never printed");
    co_await g.aclose();
}

int main() { asyncio::run(async_main()); }
