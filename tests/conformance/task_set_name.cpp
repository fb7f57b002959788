// set_name may be called at any time, also when the task is done.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    print("inside", asyncio::current_task().get_name());
    asyncio::current_task().set_name("renamed inside");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work(), {.name = "first"});
    t.set_name("second");
    co_await t;
    print("after", t.get_name());
    t.set_name("third");
    print("end", t.get_name());
}

int main() { asyncio::run(async_main()); }
