// A child that ends cancelled, by others or by itself, is no error: its siblings and the group go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("done", n);
}
Coro<void> gives_up() {
    throw asyncio::CancelledError();
    co_return;
}
Coro<void> async_main() {
    asyncio::Task<void> a, b, c;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        a = tg.create_task(work("a", 30));
        b = tg.create_task(work("b", 20));
        c = tg.create_task(gives_up());
        co_await asyncio::sleep(10ms);
        b.cancel();
    });
    print("cancelled", a.cancelled(), b.cancelled(), c.cancelled());
}

int main() { asyncio::run(async_main()); }
