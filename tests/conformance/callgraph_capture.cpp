// capture_call_graph: the coroutines of a task, innermost first, and who awaits it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<std::string> names(const asyncio::FutureCallGraph& graph) {
    std::vector<std::string> v;
    for (auto& entry : graph.call_stack) v.push_back(entry.function);
    return v;
}
Coro<void> leaf(asyncio::Future<void> fut) { co_await fut; }
Coro<void> mid(asyncio::Future<void> fut) { co_await leaf(fut); }
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<void>();
    auto t = asyncio::create_task(mid(fut));
    co_await asyncio::sleep(0ms);
    auto graph = asyncio::capture_call_graph(t);
    print(graph.future == t, names(graph), graph.awaited_by.size());
    graph = asyncio::capture_call_graph(fut);
    print(names(graph), graph.awaited_by.size());
    print(graph.awaited_by[0].future == t, names(graph.awaited_by[0]));
    fut.set_result();
    co_await t;
    print("done:", asyncio::capture_call_graph(t).awaited_by.size(), asyncio::capture_call_graph(fut).awaited_by.size());
}

int main() { asyncio::run(async_main()); }
