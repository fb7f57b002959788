// release() hands the permit to the waiter; whoever asks right afterwards has to queue, though it has not run yet.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Semaphore& sem) {
    co_await sem.acquire();
    print("got", n);
}
Coro<void> async_main() {
    asyncio::Semaphore sem(1);
    co_await sem.acquire();
    auto a = asyncio::create_task(w("a", sem));
    co_await asyncio::sleep(0ms);
    sem.release();
    print("released: locked", sem.locked());
    auto b = asyncio::create_task(w("b", sem));
    auto m = asyncio::create_task(w("c", sem));
    co_await asyncio::sleep(10ms);
    print("done", a.done(), b.done(), m.done());
    sem.release();
    sem.release();
    co_await asyncio::gather(a, b, m);
}

int main() { asyncio::run(async_main()); }
