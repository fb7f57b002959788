// Awaiting a future that was cancelled before raises at once, without a suspension, each time.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<int>();
    f.cancel("gone");
    loop.call_soon([] { print("somebody else"); });
    for (int i = 0; i < 2; ++i) {
        try {
            co_await f;
        } catch (const asyncio::CancelledError& e) {
            print("CancelledError", args(e), asyncio::current_task().cancelling());
        }
    }
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
