// gather() of nothing: a future that is done at once with [].
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto f = asyncio::gather(std::vector<Coro<int>>{});
    auto g = asyncio::gather(asyncio::return_exceptions, std::vector<Coro<int>>{});
    asyncio::get_running_loop().call_soon([] { print("callback"); });
    if (g.done()) print("called", true);
    else print("called", "not yet");
    auto a = co_await f;
    auto b = co_await g;
    print(a, std::vector<int>(b.size()));
    print("after");
    co_await asyncio::sleep(0ms);
    print("cancel", g.cancel());
}

int main() { asyncio::run(async_main()); }
