// Coroutines, tasks and futures of different types in one gather.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> number() { co_return 1; }
Coro<std::string> text() {
    co_await asyncio::sleep(10ms);
    co_return "two";
}
Coro<void> nothing() { co_await asyncio::sleep(0ms); }
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::vector<int>>();
    asyncio::get_running_loop().call_later(20ms, [f]() mutable { f.set_result({4, 5}); });
    auto t = asyncio::create_task(text());
    auto [a, b, c, d] = co_await asyncio::gather(number(), t, nothing(), f);
    print(a, b, c, d);
}

int main() { asyncio::run(async_main()); }
