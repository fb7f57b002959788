// Two timers fire in one iteration; the first one's callback cancels the second: it is skipped although it was due.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto when = loop.time() + 10ms;
    std::vector<asyncio::TimerHandle> second;
    loop.call_at(when - 1us, [&] {
        print("first cancels second");
        second[0].cancel();
    });
    second.push_back(loop.call_at(when, [] { print("never"); }));
    loop.call_at(when + 10ms, [] { print("third"); });
    co_await asyncio::sleep(30ms);
    print("cancelled", second[0].cancelled());
}

int main() { asyncio::run(async_main()); }
