// Several join()s end together; an item put meanwhile makes later join()s wait again.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> joiner(std::string n, asyncio::Queue<int>& q) {
    co_await q.join();
    print("joined", n);
}
std::vector<bool> done(const std::vector<asyncio::Task<void>>& ts) {
    std::vector<bool> v;
    for (auto& t : ts) v.push_back(t.done());
    return v;
}
Coro<void> async_main() {
    asyncio::Queue<int> q;
    q.put_nowait(1);
    q.put_nowait(2);
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b"}) ts.push_back(asyncio::create_task(joiner(n, q)));
    co_await asyncio::sleep(0ms);
    co_await q.get();
    q.task_done();
    co_await asyncio::sleep(10ms);
    print("one left, joined", done(ts));
    co_await q.get();
    co_await asyncio::sleep(10ms);
    print("taken, not done, joined", done(ts));
    q.task_done();
    q.put_nowait(3);
    co_await asyncio::gather(ts);
    auto late = asyncio::create_task(joiner("late", q));
    co_await asyncio::sleep(10ms);
    print("late done", late.done());
    q.get_nowait();
    q.task_done();
    co_await late;
}

int main() { asyncio::run(async_main()); }
