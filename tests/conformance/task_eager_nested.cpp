// Eager tasks inside eager tasks: current_task() is swapped and restored at every level.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::string name() { return asyncio::current_task().get_name(); }
Coro<void> level(int n) {
    print("enter", name());
    if (n < 3) {
        std::string child = "level " + std::to_string(n + 1);
        auto t = asyncio::create_task(level(n + 1), {.name = child, .eager_start = true});
        print("back in", name(), "child done", t.done());
        co_await t;
    } else {
        co_await asyncio::sleep(0ms);
        print("resumed", name());
    }
    print("leave", name());
}
Coro<void> async_main() {
    asyncio::current_task().set_name("main");
    co_await asyncio::create_task(level(1), {.name = "level 1", .eager_start = true});
    print(name());
}

int main() { asyncio::run(async_main()); }
