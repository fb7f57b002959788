// A token is of no use in another context, though its own is gone.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
#include <optional>
using asyncio::Coro;

asyncio::ContextVar<int> var("var", 0);
std::optional<asyncio::Token<int>> kept;

Coro<void> one() { kept = var.set(1); co_return; }

Coro<void> two() {
    try {
        var.reset(*kept);
        print("reset", var.get());
    } catch (const std::invalid_argument&) {
        print("ValueError");
    }
    co_return;
}

Coro<void> async_main() {
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::create_task(one());
        co_await asyncio::create_task(two());
    }
}

int main() { asyncio::run(async_main()); }
