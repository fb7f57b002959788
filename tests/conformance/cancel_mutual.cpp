// Two sleeping tasks that cancel each other on cleanup: each gets its CancelledErrors in order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

using Tasks = std::vector<asyncio::Task<void>>;
Coro<void> work(int n, Tasks& tasks) {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print(n, "first", args(e));
        tasks[1 - n].cancel("from " + std::to_string(n));
    }
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError& e) {
        print(n, "second", args(e));
        throw;
    }
}
Coro<void> async_main() {
    Tasks tasks;
    for (int n = 0; n < 2; ++n) tasks.push_back(asyncio::create_task(work(n, tasks)));
    co_await asyncio::sleep(10ms);
    tasks[0].cancel("from main");
    co_await asyncio::sleep(10ms);
    print(std::vector<bool>{tasks[0].done(), tasks[1].done()});
    tasks[1].cancel("from main");
    co_await asyncio::wait(tasks);
    print(std::vector<bool>{tasks[0].cancelled(), tasks[1].cancelled()},
          std::vector<int>{tasks[0].cancelling(), tasks[1].cancelling()});
}

int main() { asyncio::run(async_main()); }
