// An eager task started by a callback: it runs inside the callback; afterwards there is no current task again.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    print("work in", asyncio::current_task().get_name());
    co_await asyncio::sleep(0ms);
    print("work resumed");
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    std::vector<asyncio::Task<void>> made;
    loop.call_soon([&] {
        made.push_back(asyncio::create_task(work(), {.name = "w", .eager_start = true}));
        print("callback goes on", !asyncio::current_task(), made[0].done());
    });
    co_await asyncio::sleep(0ms);
    co_await made[0];
    print("end");
}

int main() { asyncio::run(async_main()); }
