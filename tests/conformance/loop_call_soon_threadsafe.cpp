// call_soon_threadsafe from the loop's own thread is call_soon: same queue, same order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.call_soon([] { print("soon 1"); });
    auto h = loop.call_soon_threadsafe([] { print("threadsafe"); });
    loop.call_soon([] { print("soon 2"); });
    auto never = loop.call_soon_threadsafe([] { print("never"); });
    never.cancel();
    print("cancelled", h.cancelled(), never.cancelled());
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
