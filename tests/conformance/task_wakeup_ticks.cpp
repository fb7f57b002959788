// A result climbs one level of tasks per iteration; levels of coroutines cost nothing.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> leaf(asyncio::Future<std::string> f) { co_return co_await f; }
Coro<std::string> by_coro(asyncio::Future<std::string> f) { co_return co_await leaf(f); }
Coro<std::string> by_task(asyncio::Task<std::string> t) { co_return co_await t; }
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    auto a = asyncio::create_task(leaf(f));
    auto b = asyncio::create_task(by_coro(f));
    auto c = asyncio::create_task(by_task(a));
    auto d = asyncio::create_task(by_task(c));
    co_await asyncio::sleep(0ms);
    f.set_result("x");
    for (int i = 0; i < 4; ++i) {
        print(i, a.done(), b.done(), c.done(), d.done());
        co_await asyncio::sleep(0ms);
    }
    print(d.result());
}

int main() { asyncio::run(async_main()); }
