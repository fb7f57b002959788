// Returning a value out of the block: the children are waited for before the caller gets it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    co_await asyncio::sleep(20ms);
    print("child done");
}
Coro<std::string> work() {
    co_return co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<std::string> {
        tg.create_task(child(), {.name = "the child"});
        std::vector<std::string> names;
        for (auto& t : asyncio::all_tasks()) if (!(t == asyncio::current_task())) names.push_back(t.get_name());
        print(names);
        co_return "value";
    });
}
Coro<void> async_main() { print(co_await work()); }

int main() { asyncio::run(async_main()); }
