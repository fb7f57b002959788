// A child fails before its later siblings have started: the body of those never runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    throw std::invalid_argument("at once");
    co_return;
}
Coro<void> never() {
    print("never printed");
    co_return;
}
Coro<void> async_main() {
    asyncio::Task<void> a, b;
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            a = tg.create_task(fail());
            co_await asyncio::sleep(0ms);
            b = tg.create_task(never());
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print("ExceptionGroup", msgs);
    }
    print("a failed", type_name(a.exception()) == "ValueError", "b cancelled", b.cancelled());
}

int main() { asyncio::run(async_main()); }
