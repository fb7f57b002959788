// The outer deadline comes first: the inner block sees only CancelledError, the outer one converts it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto outer = asyncio::timeout(10ms), inner = asyncio::timeout(10s);
    try {
        co_await asyncio::with(outer, [&]() -> Coro<void> {
            try {
                co_await asyncio::with(inner, []() -> Coro<void> { co_await asyncio::sleep(10s); });
            } catch (const asyncio::TimeoutError&) {
                print("inner TimeoutError");
            } catch (const asyncio::CancelledError&) {
                print("between: CancelledError");
                throw;
            }
        });
    } catch (const asyncio::TimeoutError&) {
        print("outer TimeoutError");
    }
    print("outer", outer.expired(), "inner", inner.expired());
}

int main() { asyncio::run(async_main()); }
