// A task's exception comes out at every await of it, through all levels of tasks and coroutines.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> leaf() {
    co_await asyncio::sleep(0ms);
    throw std::invalid_argument("leaf");
}
Coro<void> middle() {
    try {
        co_await leaf();
    } catch (...) {
        print("middle leaves");
        throw;
    }
}
Coro<void> outer() {
    auto t = asyncio::create_task(middle());
    try { co_await t; } catch (const std::invalid_argument& e) { print("outer caught", e.what()); }
    co_await t;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(outer());
    for (int i = 0; i < 2; ++i) {
        try {
            co_await t;
        } catch (const std::invalid_argument& e) {
            print("main caught", e.what(), std::current_exception() == t.exception());
        }
    }
}

int main() { asyncio::run(async_main()); }
