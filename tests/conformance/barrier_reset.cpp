// reset() sends the waiting parties away with BrokenBarrierError; the barrier itself is not broken.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Barrier& b) {
    try {
        int i = co_await b.wait();
        print("passes", n, i);
    } catch (const asyncio::BrokenBarrierError& e) {
        print(n, "BrokenBarrierError:", e.what());
    }
}
Coro<void> async_main() {
    asyncio::Barrier b(2);
    auto a = asyncio::create_task(w("a", b));
    co_await asyncio::sleep(10ms);
    print("waiting", b.n_waiting());
    co_await b.reset();
    co_await a;
    print("broken", b.broken(), "waiting", b.n_waiting());
    co_await asyncio::gather(w("b", b), w("c", b));
    co_await b.reset();
    print("reset of an empty barrier: broken", b.broken());
}

int main() { asyncio::run(async_main()); }
