// cancel() comes while the wake-up with a result is queued: a task that catches the CancelledError and returns is finished.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(asyncio::Future<void> f) {
    try {
        co_await f;
    } catch (const asyncio::CancelledError&) {
        print("cancelled, returning a value");
        co_return "value";
    }
    co_return "normal";
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<void>();
    auto t = asyncio::create_task(work(f));
    co_await asyncio::sleep(0ms);
    f.set_result();
    t.cancel();
    auto r = co_await t;
    print(r, t.cancelled(), t.cancelling());
}

int main() { asyncio::run(async_main()); }
