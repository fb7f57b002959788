// timeout <= 0: a done future gives its result; a coroutine never starts; a running task is cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n) {
    print("start", n);
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<std::string>();
    fut.set_result("done already");
    print(co_await asyncio::wait_for(fut, 0ms));
    for (auto t : {0s, -1s}) {
        try { co_await asyncio::wait_for(work("coroutine"), t); } catch (const asyncio::TimeoutError&) { print("TimeoutError"); }
    }
    auto task = asyncio::create_task(work("task"));
    co_await asyncio::sleep(0ms);
    try {
        co_await asyncio::wait_for(task, 0ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError, task cancelled", task.cancelled());
    }
}

int main() { asyncio::run(async_main()); }
