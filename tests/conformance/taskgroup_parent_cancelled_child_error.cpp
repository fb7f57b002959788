// Cancelled from outside and a child fails: the ExceptionGroup is raised, the next suspension gets the cancellation again (3.13).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    try { co_await asyncio::sleep(10s); } catch (...) {}
    throw std::invalid_argument("cleanup");
}
Coro<void> parent() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(child());
            co_await asyncio::sleep(10s);
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print("ExceptionGroup", msgs, "cancelling", asyncio::current_task().cancelling());
    }
    print("goes on");
    co_await asyncio::sleep(10ms);
    print("never printed");
}
Coro<void> async_main() {
    auto t = asyncio::create_task(parent());
    co_await asyncio::sleep(10ms);
    t.cancel();
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled(), "cancelling", t.cancelling());
}

int main() { asyncio::run(async_main()); }
