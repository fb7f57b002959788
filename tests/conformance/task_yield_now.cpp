// yield_now() of C++ is sleep(0): one iteration, a point of cancellation.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    try {
        for (;;) {
            print("turn");
            co_await asyncio::yield_now();
        }
    } catch (const asyncio::CancelledError&) {
        print("cancelled at the yield");
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    for (int i = 0; i < 3; ++i) co_await asyncio::yield_now();
    t.cancel();
    co_await asyncio::wait(t);
    print(t.cancelled());
}

int main() { asyncio::run(async_main()); }
