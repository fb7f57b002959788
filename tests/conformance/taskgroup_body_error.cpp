// The body fails: the children are cancelled and awaited, and the error comes in a group too.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("child cancelled");
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Task<void> t;
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            t = tg.create_task(child());
            co_await asyncio::sleep(10ms);
            throw std::invalid_argument("body");
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print(eg.message(), msgs);
    }
    print("child", t.cancelled(), "cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
