// The future was resolved but the task not yet resumed: cancel wins, the result is lost to the task; the future keeps it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(asyncio::Future<std::string> f) {
    try {
        auto x = co_await f;
        print("got", x);
    } catch (const asyncio::CancelledError& e) {
        print("cancelled", args(e));
        throw;
    }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    auto t = asyncio::create_task(waiter(f));
    co_await asyncio::sleep(0ms);
    f.set_result("value");
    print("cancel", t.cancel("late"));
    co_await asyncio::wait(t);
    print("task", t.cancelled(), "future", f.cancelled(), f.result());
}

int main() { asyncio::run(async_main()); }
