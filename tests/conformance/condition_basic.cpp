// wait() gives the lock away and has it again when it returns; notify(n) wakes the n who waited longest.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Condition& cond) {
    auto guard = co_await cond.scoped_lock();
    print("waits", n);
    bool r = co_await cond.wait();
    print("woken", n, r, "locked", cond.locked());
}
Coro<void> async_main() {
    asyncio::Condition cond;
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b", "c", "d"}) ts.push_back(asyncio::create_task(w(n, cond)));
    co_await asyncio::sleep(0ms);
    for (int n : {1, 2}) {
        {
            auto guard = co_await cond.scoped_lock();
            cond.notify(n);
            print("notified", n);
        }
        co_await asyncio::sleep(10ms);
        std::vector<bool> done;
        for (auto& t : ts) done.push_back(t.done());
        print("done", done);
    }
    {
        auto guard = co_await cond.scoped_lock();
        cond.notify_all();
    }
    co_await asyncio::gather(ts);
}

int main() { asyncio::run(async_main()); }
