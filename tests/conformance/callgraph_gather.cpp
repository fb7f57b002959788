// gather, wait, shield and TaskGroup record who waits: the graph goes from a child to the task behind them.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(asyncio::Future<void> fut) { co_await fut; }
Coro<void> by_gather(asyncio::Task<void> t) {
    std::vector<asyncio::Task<void>> ts{t};
    co_await asyncio::gather(ts);
}
Coro<void> by_wait(asyncio::Task<void> t) {
    std::vector<asyncio::Task<void>> ts{t};
    co_await asyncio::wait(ts);
}
Coro<void> by_shield(asyncio::Task<void> t) { co_await asyncio::shield(t); }
Coro<void> by_group(asyncio::Future<void> fut, std::vector<asyncio::Task<void>>& children) {
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        children.push_back(tg.create_task(child(fut)));
        co_return;
    });
}
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<void>();
    std::vector<asyncio::Task<void>> children;
    auto t = asyncio::create_task(child(fut));
    std::vector<asyncio::Task<void>> waiters{
        asyncio::create_task(by_gather(t), {.name = "by_gather"}), asyncio::create_task(by_wait(t), {.name = "by_wait"}),
        asyncio::create_task(by_shield(t), {.name = "by_shield"}), asyncio::create_task(by_group(fut, children), {.name = "by_group"})};
    co_await asyncio::sleep(10ms);
    std::vector<std::string> names;
    for (auto& g : asyncio::capture_call_graph(t).awaited_by)
        for (auto& w : waiters)
            if (g.future == w) names.push_back(w.get_name());
    std::sort(names.begin(), names.end());
    print(names);
    std::vector<bool> is_group;
    for (auto& g : asyncio::capture_call_graph(children[0]).awaited_by) is_group.push_back(g.future == waiters[3]);
    print(is_group);
    fut.set_result();
    co_await asyncio::wait(waiters);
    print("afterwards", asyncio::capture_call_graph(t).awaited_by.size(), asyncio::capture_call_graph(children[0]).awaited_by.size());
}

int main() { asyncio::run(async_main()); }
