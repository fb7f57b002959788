// Each awaiter has a shield of its own: cancelling one does not disturb the other.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> inner() {
    co_await asyncio::sleep(20ms);
    co_return 42;
}
Coro<void> awaiter(std::string n, asyncio::Task<int> t) {
    try {
        int x = co_await asyncio::shield(t);
        print(n, "got", x);
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(inner());
    auto a = asyncio::create_task(awaiter("a", t)), b = asyncio::create_task(awaiter("b", t));
    co_await asyncio::sleep(10ms);
    a.cancel();
    co_await asyncio::wait(a, b);
    print(a.cancelled(), b.cancelled(), t.result());
}

int main() { asyncio::run(async_main()); }
