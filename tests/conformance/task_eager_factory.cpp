// eager_task_factory: every create_task of the loop runs synchronously up to the first suspension.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> quick(int n) {
    print("quick", n);
    co_return n;
}
Coro<int> slow(int n) {
    print("slow begins", n);
    co_await asyncio::sleep(10ms);
    print("slow ends", n);
    co_return n;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_task_factory(asyncio::eager_task_factory);
    auto q = asyncio::create_task(quick(1));
    auto s = asyncio::create_task(slow(2));
    print("created", q.done(), s.done());
    auto [a, b, c, d] = co_await asyncio::gather(quick(3), slow(4), q, s);
    print(std::vector{a, b, c, d});
    loop.set_task_factory(asyncio::TaskFactory::lazy);
    auto t = asyncio::create_task(quick(5));
    print("not eager", t.done());
    co_await t;
}

int main() { asyncio::run(async_main()); }
