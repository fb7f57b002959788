// Two conditions on one lock: "not empty" and "not full" of a bounded buffer.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> producer(asyncio::Lock& lock, asyncio::Condition& not_empty, asyncio::Condition& not_full, std::vector<int>& buf) {
    for (int i = 0; i < 4; ++i) {
        auto guard = co_await lock.scoped_lock();
        co_await not_full.wait_for([&] { return buf.size() < 2; });
        buf.push_back(i);
        print("put", i);
        not_empty.notify();
    }
}
Coro<void> async_main() {
    asyncio::Lock lock;
    std::vector<int> buf;
    asyncio::Condition not_empty(lock), not_full(lock);
    auto t = asyncio::create_task(producer(lock, not_empty, not_full, buf));
    co_await asyncio::sleep(10ms);
    for (int i = 0; i < 4; ++i) {
        {
            auto guard = co_await lock.scoped_lock();
            co_await not_empty.wait_for([&] { return !buf.empty(); });
            int x = buf.front();
            buf.erase(buf.begin());
            print("got", x, "left", buf.size());
            not_full.notify();
        }
        co_await asyncio::sleep(10ms);
    }
    co_await t;
    print("locked", lock.locked(), not_empty.locked(), not_full.locked());
}

int main() { asyncio::run(async_main()); }
