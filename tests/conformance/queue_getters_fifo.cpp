// Waiting getters are served in their order, waiting putters too.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template<class T> Coro<void> getter(std::string n, asyncio::Queue<T>& q) { print(n, "got", co_await q.get()); }
Coro<void> putter(std::string n, asyncio::Queue<std::string>& q) {
    co_await q.put(n);
    print("put", n);
}
Coro<void> async_main() {
    asyncio::Queue<std::string> q(1);
    std::vector<asyncio::Task<void>> gs, ps;
    for (auto n : {"a", "b", "c"}) gs.push_back(asyncio::create_task(getter(n, q)));
    co_await asyncio::sleep(0ms);
    for (auto x : {"1", "2", "3"}) {
        co_await q.put(x);
        co_await asyncio::sleep(10ms);
    }
    co_await asyncio::gather(gs);
    for (auto n : {"x", "y", "z"}) ps.push_back(asyncio::create_task(putter(n, q)));
    co_await asyncio::sleep(10ms);
    for (int i = 0; i < 3; ++i) {
        print("main got", co_await q.get());
        co_await asyncio::sleep(10ms);
    }
    co_await asyncio::gather(ps);
}

int main() { asyncio::run(async_main()); }
