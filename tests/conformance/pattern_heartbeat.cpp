// A heartbeat beside the real work, ended by cancelling it; the group ends without an error.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> heartbeat(std::vector<std::string>& beats) {
    for (;;) {
        beats.push_back("beat");
        co_await asyncio::sleep(100ms);
    }
}
Coro<void> async_main() {
    std::vector<std::string> beats;
    asyncio::Task<void> hb;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        hb = tg.create_task(heartbeat(beats));
        co_await asyncio::sleep(250ms);
        hb.cancel();
    });
    print(beats, "cancelled", hb.cancelled());
}

int main() { asyncio::run(async_main()); }
