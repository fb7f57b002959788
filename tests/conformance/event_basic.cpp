// set() wakes every waiter, in the order in which they came; waiting on a set event does not suspend.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Event& ev) {
    print("waits", n);
    print("woken", n, co_await ev.wait());
}
Coro<void> async_main() {
    asyncio::Event ev;
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b", "c"}) ts.push_back(asyncio::create_task(w(n, ev)));
    co_await asyncio::sleep(0ms);
    print("set", ev.is_set());
    ev.set();
    ev.set();
    print("set", ev.is_set());
    co_await asyncio::gather(ts);
    auto late = asyncio::create_task(w("late", ev));
    print("at once", co_await ev.wait());
    co_await late;
    ev.clear();
    print("set", ev.is_set());
}

int main() { asyncio::run(async_main()); }
