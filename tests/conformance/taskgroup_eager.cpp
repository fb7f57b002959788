// Eager children in a group: they run inside create_task; a failed one interrupts the body at its next await only.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> quick(int n) {
    print("runs", n);
    co_return n;
}
Coro<void> fail() {
    print("fails");
    throw std::invalid_argument("eager");
    co_return;
}
Coro<void> async_main() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        auto t = tg.create_task(quick(1), {.eager_start = true});
        print("done at once", t.done());
        co_return;
    });
    asyncio::Task<int> t;
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fail(), {.eager_start = true});
            print("the body goes on");
            t = tg.create_task(quick(2));
            co_await asyncio::sleep(10s);
            print("never printed");
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print("ExceptionGroup", msgs, "second cancelled", t.cancelled());
    }
}

int main() { asyncio::run(async_main()); }
