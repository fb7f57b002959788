// wait_for(predicate) goes back to waiting until the predicate holds, and gives its value.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> consumer(std::string n, asyncio::Condition& cond, std::vector<int>& items) {
    auto guard = co_await cond.scoped_lock();
    auto got = co_await cond.wait_for([&] { return items.size(); });
    print(n, "sees", got, "takes", items.front());
    items.erase(items.begin());
}
Coro<void> async_main() {
    asyncio::Condition cond;
    std::vector<int> items;
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b"}) ts.push_back(asyncio::create_task(consumer(n, cond, items)));
    co_await asyncio::sleep(0ms);
    {
        auto guard = co_await cond.scoped_lock();
        cond.notify_all();
        print("notified without an item");
    }
    co_await asyncio::sleep(10ms);
    for (int x : {1, 2}) {
        {
            auto guard = co_await cond.scoped_lock();
            items.push_back(x);
            cond.notify_all();
        }
        co_await asyncio::sleep(10ms);
        std::vector<bool> done;
        for (auto& t : ts) done.push_back(t.done());
        print("done", done);
    }
}

int main() { asyncio::run(async_main()); }
