// Without an argument: the current task, from the running coroutine outwards; the graph climbs to the one who awaits it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<std::string> names(const asyncio::FutureCallGraph& graph) {
    std::vector<std::string> v;
    for (auto& entry : graph.call_stack) v.push_back(entry.function);
    return v;
}
Coro<void> show() {
    auto graph = asyncio::capture_call_graph();
    std::vector<std::vector<std::string>> awaited_by;
    for (auto& g : graph.awaited_by) awaited_by.push_back(names(g));
    print(names(graph), "awaited by", awaited_by);
    graph = asyncio::capture_call_graph({}, {.limit = 1});
    print("limit 1", names(graph), "limit -1", names(asyncio::capture_call_graph({}, {.limit = -1})));
    co_return;
}
Coro<void> child() {
    co_await asyncio::sleep(0ms);
    co_await show();
}
Coro<void> parent(asyncio::Task<void> t) { co_await t; }
Coro<void> async_main() {
    auto t = asyncio::create_task(child());
    co_await asyncio::gather(parent(t), parent(t));
    static_assert(!std::is_convertible_v<int, asyncio::AnyFuture>);
    print("only futures have a graph");
}

int main() { asyncio::run(async_main()); }
