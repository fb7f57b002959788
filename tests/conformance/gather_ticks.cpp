// A gather's awaiter resumes two iterations after the last child's future was resolved.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> child(asyncio::Future<int> f) { co_return co_await f; }
Coro<std::vector<int>> parent(asyncio::Future<int> f, asyncio::Future<int> g) {
    auto [a, b] = co_await asyncio::gather(child(f), child(g));
    co_return std::vector{a, b};
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<int>(), g = loop.create_future<int>();
    auto p = asyncio::create_task(parent(f, g));
    co_await asyncio::sleep(0ms);
    co_await asyncio::sleep(0ms);
    f.set_result(1);
    co_await asyncio::sleep(0ms);
    g.set_result(2);
    for (int i = 0; i < 5; ++i) {
        print(i, p.done());
        co_await asyncio::sleep(0ms);
    }
    print(p.result());
}

int main() { asyncio::run(async_main()); }
