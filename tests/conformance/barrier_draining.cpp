// Parties that come while the barrier drains wait for the next round.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Barrier& b) {
    int i = co_await b.wait();
    print("round of", n, i);
}
Coro<void> async_main() {
    asyncio::Barrier b(2);
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a1", "a2", "b1", "b2", "c1"}) ts.push_back(asyncio::create_task(w(n, b)));
    co_await asyncio::sleep(10ms);
    std::vector<bool> done;
    for (auto& t : ts) done.push_back(t.done());
    print("done", done, "waiting", b.n_waiting());
    co_await w("c2", b);
    co_await asyncio::gather(ts);
    print("waiting", b.n_waiting());
}

int main() { asyncio::run(async_main()); }
