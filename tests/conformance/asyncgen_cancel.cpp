// Cancelling the consumer while the generator awaits: CancelledError enters the generator at its own await.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> gen() {
    try {
        co_yield 1;
        co_await asyncio::sleep(10s);
        co_yield 2;
    } catch (const asyncio::CancelledError&) {
        print("generator cancelled");
        throw;
    }
}
Coro<void> consumer() {
    try {
        auto g = gen();
        while (auto x = co_await g.next()) print("got", *x);
    } catch (const asyncio::CancelledError&) {
        print("consumer cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(consumer());
    co_await asyncio::sleep(10ms);
    t.cancel();
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
