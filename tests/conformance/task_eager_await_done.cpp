// An eager task that awaits only finished things completes inside create_task; awaiting it does not yield.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> adds(asyncio::Future<int> f, asyncio::Task<int> t) {
    int x = co_await f, y = co_await t;
    co_return x + y;
}
Coro<int> one() { co_return 1; }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<int>();
    f.set_result(10);
    auto t = asyncio::create_task(one(), {.eager_start = true});
    auto e = asyncio::create_task(adds(f, t), {.eager_start = true});
    loop.call_soon([] { print("somebody else"); });
    print("done", t.done(), e.done());
    print(co_await e);
    auto all = asyncio::all_tasks();
    print("in all_tasks", std::find(all.begin(), all.end(), asyncio::AnyTask(e)) != all.end());
    co_await asyncio::sleep(0ms);
}

int main() { asyncio::run(async_main()); }
