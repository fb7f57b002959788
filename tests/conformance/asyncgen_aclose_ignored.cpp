// A generator that ignores aclose() goes on; nothing is thrown into it any more.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using asyncio::Coro;

asyncio::AsyncGenerator<int> stubborn() {
    bool again = false;
    try { co_yield 1; } catch (const asyncio::GeneratorExit&) { again = true; }
    if (again) co_yield 2;
    co_yield 3;
}

Coro<void> none_at_the_end(Coro<std::optional<int>> awaitable) {
    const auto value = co_await awaitable;
    print(value);
}

Coro<void> none_at_the_end(Coro<void> awaitable) {
    try {
        co_await awaitable;
        print(nullptr);
    } catch (const std::runtime_error& e) {
        print(e.what());
    }
}

Coro<void> async_main() {
    for (const bool athrow_first : {false, true}) {
        auto g = stubborn();
        co_await none_at_the_end(g.next());
        co_await none_at_the_end(g.aclose());
        if (athrow_first) co_await none_at_the_end(g.athrow(std::invalid_argument("x")));
        co_await none_at_the_end(g.aclose());
        co_await none_at_the_end(g.next());
        co_await none_at_the_end(g.next());
        co_await none_at_the_end(g.aclose());
    }
}

int main() { asyncio::run(async_main()); }
