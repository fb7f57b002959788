// The awaited future failed but the task has not resumed: cancel() still wins, the exception stays in the future.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(asyncio::Future<int> f) {
    try {
        co_await f;
    } catch (const std::invalid_argument&) {
        print("ValueError");
    } catch (const asyncio::CancelledError&) {
        print("CancelledError");
        throw;
    }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    auto t = asyncio::create_task(waiter(f));
    co_await asyncio::sleep(0ms);
    f.set_exception(std::invalid_argument("boom"));
    t.cancel();
    co_await asyncio::wait(t);
    print("task", t.cancelled(), "future", what(f.exception()));
}

int main() { asyncio::run(async_main()); }
