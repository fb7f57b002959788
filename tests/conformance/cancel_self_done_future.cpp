// Awaiting something done is no cancellation point: the request waits for the next real suspension.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    f.set_result("value");
    asyncio::current_task().cancel();
    print("done future", co_await f);
    print("again", co_await f);
    try {
        co_await asyncio::sleep(10ms);
    } catch (const asyncio::CancelledError&) {
        print("cancelled in sleep");
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::wait(t);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
