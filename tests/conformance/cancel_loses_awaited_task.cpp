// An awaiter cancelled while the awaited task has just finished: the task's result stays with the task.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child() {
    co_await asyncio::sleep(0ms);
    co_return "child's result";
}
Coro<void> parent(asyncio::Task<std::string> t) {
    try {
        auto r = co_await t;
        print("got", r);
    } catch (const asyncio::CancelledError&) {
        print("parent cancelled, child", t.cancelled(), t.result());
        throw;
    }
}
Coro<void> async_main() {
    auto c = asyncio::create_task(child());
    auto p = asyncio::create_task(parent(c));
    auto p2 = asyncio::create_task(parent(c));
    c.add_done_callback([&](const asyncio::Future<std::string>&) { p2.cancel(); });
    co_await asyncio::wait(p, p2);
    print(p.cancelled(), p2.cancelled());
}

int main() { asyncio::run(async_main()); }
