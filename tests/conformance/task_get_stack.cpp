// get_stack(): where a suspended task stands; nothing for a finished one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() { co_await asyncio::sleep(10ms); }
std::vector<std::string> functions(const asyncio::Task<void>& t) {
    std::vector<std::string> names;
    for (auto& f : t.get_stack()) names.push_back(f.function);
    return names;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(0ms);
    print("suspended", functions(t)[0]);
    co_await t;
    print("done", functions(t));
}

int main() { asyncio::run(async_main()); }
