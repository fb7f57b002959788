// Children that are done already: the outer future is done when gather() returns; awaiting it does not suspend.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value(int n) { co_return n; }
Coro<void> async_main() {
    auto a = asyncio::create_task(value(1)), b = asyncio::create_task(value(2));
    co_await asyncio::wait(a, b);
    auto outer = asyncio::gather(a, b);
    print("called", outer.done());
    asyncio::get_running_loop().call_soon([] { print("callback of the next iteration"); });
    auto [x, y] = co_await outer;
    print(std::vector{x, y});
}

int main() { asyncio::run(async_main()); }
