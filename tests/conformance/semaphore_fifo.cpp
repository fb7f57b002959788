// Several permits released at once go to the waiters in their order, all in one iteration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Semaphore& sem) {
    co_await sem.acquire();
    print("got", n);
}
Coro<void> async_main() {
    asyncio::Semaphore sem(0);
    print("locked", sem.locked());
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b", "c", "d"}) ts.push_back(asyncio::create_task(w(n, sem)));
    co_await asyncio::sleep(0ms);
    for (int i = 0; i < 3; ++i) sem.release();
    print("released three");
    co_await asyncio::sleep(0ms);
    std::vector<bool> done;
    for (auto& t : ts) done.push_back(t.done());
    print("one iteration later, done", done, "locked", sem.locked());
    sem.release();
    co_await asyncio::gather(ts);
    sem.release();
    print("locked", sem.locked());
}

int main() { asyncio::run(async_main()); }
