// set() and clear() at once, as a pulse: those who waited are woken, later ones wait for the next set().
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Event& ev) {
    co_await ev.wait();
    print("woken", n, "set", ev.is_set());
}
Coro<void> async_main() {
    asyncio::Event ev;
    auto a = asyncio::create_task(w("a", ev)), b = asyncio::create_task(w("b", ev));
    co_await asyncio::sleep(0ms);
    ev.set();
    ev.clear();
    auto c = asyncio::create_task(w("c", ev));
    co_await asyncio::gather(a, b);
    co_await asyncio::sleep(10ms);
    print("c done", c.done());
    ev.set();
    co_await c;
}

int main() { asyncio::run(async_main()); }
