// The deadline counts from the call of timeout(), not from entering the block.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto cm = asyncio::timeout(30ms);
    co_await asyncio::sleep(50ms);
    try {
        co_await asyncio::with(cm, [&]() -> Coro<void> {
            print("entered late, expired", cm.expired());
            co_await asyncio::sleep(10ms);
            print("never printed");
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
}

int main() { asyncio::run(async_main()); }
