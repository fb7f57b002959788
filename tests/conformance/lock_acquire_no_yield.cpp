// Taking a free lock does not suspend: nobody else runs meanwhile.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> other(std::vector<std::string>& log) {
    log.push_back("other ran");
    co_return;
}
Coro<void> async_main() {
    std::vector<std::string> log;
    asyncio::Lock lock;
    auto t = asyncio::create_task(other(log));
    bool got = co_await lock.acquire();
    print(got, lock.locked());
    lock.release();
    {
        auto guard = co_await lock.scoped_lock();
        print("inside", log);
    }
    print("after", log);
    co_await asyncio::sleep(0ms);
    print("after a yield", log);
    co_await t;
}

int main() { asyncio::run(async_main()); }
