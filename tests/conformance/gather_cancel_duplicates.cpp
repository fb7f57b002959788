// Cancelling a gathering asks a future that was given twice twice.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    auto slept = co_await asyncio::capture(asyncio::sleep(1s));
    print("cancelling", asyncio::current_task().cancelling());
    slept.value();
}
Coro<void> async_main() {
    auto task = asyncio::create_task(work());
    auto all_of_them = asyncio::gather(task, task);
    co_await asyncio::sleep(0ms);
    print(all_of_them.cancel());
    try {
        co_await all_of_them;
    } catch (const asyncio::CancelledError&) {
        print("cancelled");
    }
    print(task.cancelled(), task.cancelling());
}

int main() { asyncio::run(async_main()); }
