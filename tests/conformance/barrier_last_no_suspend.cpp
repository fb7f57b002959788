// The last party does not suspend: it goes on at once, the others one iteration later.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Barrier& b) {
    print("arrives", n);
    int i = co_await b.wait();
    print("passes", n, i);
}
Coro<void> async_main() {
    asyncio::Barrier b(3);
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b"}) ts.push_back(asyncio::create_task(w(n, b)));
    co_await asyncio::sleep(0ms);
    print("main is last, waiting", b.n_waiting());
    print("main passes", co_await b.wait());
    co_await asyncio::gather(ts);
    asyncio::Barrier one(1);
    print("one party needs nobody:", co_await one.wait());
}

int main() { asyncio::run(async_main()); }
