// abort() breaks the barrier: waiting parties and later ones get BrokenBarrierError; reset() makes it whole.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Barrier& b) {
    try {
        co_await b.wait();
        print("passes", n);
    } catch (const asyncio::BrokenBarrierError& e) {
        print(n, "BrokenBarrierError:", e.what());
    }
}
Coro<void> async_main() {
    asyncio::Barrier b(3);
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b"}) ts.push_back(asyncio::create_task(w(n, b)));
    co_await asyncio::sleep(0ms);
    co_await b.abort();
    print("aborted, broken", b.broken());
    co_await asyncio::gather(ts);
    co_await w("late", b);
    co_await b.reset();
    print("reset, broken", b.broken(), "waiting", b.n_waiting());
    co_await asyncio::gather(w("c", b), w("d", b), w("e", b));
}

int main() { asyncio::run(async_main()); }
