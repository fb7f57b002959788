// Also when the condition holds already, wait() suspends until the callbacks of the done ones have run.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value(int n) { co_return n; }
Coro<void> async_main() {
    auto a = asyncio::create_task(value(1)), b = asyncio::create_task(value(2));
    co_await asyncio::sleep(0ms);
    asyncio::get_running_loop().call_soon([] { print("somebody else"); });
    auto r = co_await asyncio::wait(a, b);
    print(r.done.size(), r.pending.size());
    auto s = asyncio::create_task(asyncio::sleep(10s, 3));
    std::vector mixed{a, s};
    auto q = co_await asyncio::wait(mixed, {.return_when = asyncio::FIRST_COMPLETED});
    print(q.done.size(), q.pending.size());
    co_await asyncio::sleep(0ms);
    s.cancel();
}

int main() { asyncio::run(async_main()); }
