// A server loop that ends on an event: what is begun is finished, then the cleanup runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> request() { co_await asyncio::sleep(20ms); }
Coro<void> server(asyncio::Event& stop) {
    int handled = 0;
    auto stopping = asyncio::create_task(stop.wait());
    while (!stopping.done()) {
        auto work = asyncio::create_task(request());
        std::vector<asyncio::AnyTask> waited{work, stopping};
        co_await asyncio::wait(waited, {.return_when = asyncio::FIRST_COMPLETED});
        if (!work.done()) print("finishing the last one");
        co_await work;
        handled += 1;
    }
    print("handled", handled);
}
Coro<void> async_main() {
    asyncio::Event stop;
    auto t = asyncio::create_task(server(stop));
    co_await asyncio::sleep(50ms);
    print("stop");
    stop.set();
    co_await t;
    print("server ended");
}

int main() { asyncio::run(async_main()); }
