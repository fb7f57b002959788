// Through a chain of four tasks CancelledError climbs one task per iteration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> leaf() { co_await asyncio::sleep(10s); }
Coro<void> level(asyncio::Task<void> t) { co_await t; }
Coro<void> async_main() {
    std::vector<asyncio::Task<void>> ts{asyncio::create_task(leaf())};
    for (int i = 0; i < 3; ++i) ts.push_back(asyncio::create_task(level(ts.back())));
    co_await asyncio::sleep(0ms);
    ts.back().cancel();
    for (int i = 0; i < 5; ++i) {
        print(std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done(), ts[3].done()});
        co_await asyncio::sleep(0ms);
    }
    print(std::vector<bool>{ts[0].cancelled(), ts[1].cancelled(), ts[2].cancelled(), ts[3].cancelled()});
}

int main() { asyncio::run(async_main()); }
