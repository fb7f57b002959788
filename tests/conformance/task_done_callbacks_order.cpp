// Done callbacks: scheduled in registration order with the task as argument; a late one is scheduled at once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    print("work ends");
    co_return 1;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    for (int n = 0; n < 3; ++n) {
        t.add_done_callback([n](const asyncio::Future<int>& t) { print("callback", n, t.done(), t.result()); });
    }
    co_await t;
    print("main resumes after them");
    t.add_done_callback([](const asyncio::Future<int>&) { print("late callback"); });
    print("registered late");
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
