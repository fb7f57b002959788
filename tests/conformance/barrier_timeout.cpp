// A party that gives up on its deadline makes room; the next full round works.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Barrier b(2);
    try {
        co_await asyncio::with(asyncio::timeout(10ms), [&]() -> Coro<void> { co_await b.wait(); });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, waiting", b.n_waiting(), "broken", b.broken());
    }
    auto [x, y] = co_await asyncio::gather(b.wait(), b.wait());
    print(std::vector{std::min(x, y), std::max(x, y)});
    try { asyncio::Barrier none(0); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
}

int main() { asyncio::run(async_main()); }
