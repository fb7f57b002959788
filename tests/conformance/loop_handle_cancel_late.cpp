// Cancelling a handle after it ran is allowed and changes nothing but its flag.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto h = loop.call_soon([] { print("ran"); });
    auto t = loop.call_later(10ms, [] { print("timer ran"); });
    co_await asyncio::sleep(20ms);
    print("cancelled", h.cancelled(), t.cancelled());
    h.cancel();
    t.cancel();
    print("cancelled", h.cancelled(), t.cancelled());
    co_await asyncio::sleep(10ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
