// The usual shutdown: cancel every task but oneself, then gather them with return_exceptions.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(int n) {
    struct Finally { int n; ~Finally() { print("cleanup", n); } } finally{n};
    co_await asyncio::sleep(10s);
}
Coro<void> async_main() {
    std::vector<asyncio::Task<void>> ts;
    for (int n = 0; n < 3; ++n) ts.push_back(asyncio::create_task(work(n)));
    co_await asyncio::sleep(0ms);
    for (auto& t : asyncio::all_tasks()) {
        if (t != asyncio::current_task()) t.cancel();
    }
    auto r = co_await asyncio::gather(asyncio::return_exceptions, ts);
    std::vector<std::string> types;
    for (auto& x : r) types.push_back(type_name(x.exception()));
    print(types, asyncio::all_tasks().size());
}

int main() { asyncio::run(async_main()); }
