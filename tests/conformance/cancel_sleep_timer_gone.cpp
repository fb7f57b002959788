// The timer of a cancelled sleep is cancelled too: it does not keep the loop from ending early.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() { co_await asyncio::sleep(1h); }
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto start = loop.time();
    std::vector<asyncio::Task<void>> ts;
    for (int i = 0; i < 100; ++i) ts.push_back(asyncio::create_task(work()));
    co_await asyncio::sleep(10ms);
    for (auto& t : ts) t.cancel();
    co_await asyncio::wait(ts);
    bool all = true;
    for (auto& t : ts) all = all && t.cancelled();
    print("all cancelled", all);
    print("quick", loop.time() - start < 5s);
}

int main() { asyncio::run(async_main()); }
