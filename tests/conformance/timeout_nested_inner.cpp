// The inner deadline comes first: handled between the two, the outer block goes on and ends in time.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto outer = asyncio::timeout(10s);
    asyncio::Timeout inner = asyncio::timeout(10ms);
    co_await asyncio::with(outer, [&]() -> Coro<void> {
        try {
            co_await asyncio::with(inner, []() -> Coro<void> { co_await asyncio::sleep(10s); });
        } catch (const asyncio::TimeoutError&) {
            print("between: TimeoutError, cancelling", asyncio::current_task().cancelling());
        }
        co_await asyncio::sleep(10ms);
        print("outer body goes on");
    });
    print("outer", outer.expired(), "inner", inner.expired());
}

int main() { asyncio::run(async_main()); }
