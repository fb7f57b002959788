// Timers fire by deadline, not by registration; a cancelled one does not fire.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    for (int ms : {30, 10, 50, 20}) loop.call_later(std::chrono::milliseconds(ms), [ms] { print("timer", ms); });
    auto h = loop.call_later(40ms, [] { print("never"); });
    print("cancelled", h.cancelled());
    h.cancel();
    print("cancelled", h.cancelled());
    co_await asyncio::sleep(60ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
