// Two permits handed over, one of the receivers cancelled before it ran: its permit goes to the third in the queue.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Semaphore& sem) {
    try {
        co_await sem.acquire();
        print("got", n);
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<void> async_main() {
    asyncio::Semaphore sem(0);
    std::vector<asyncio::Task<void>> ts;
    for (auto n : {"a", "b", "c", "d"}) ts.push_back(asyncio::create_task(w(n, sem)));
    co_await asyncio::sleep(0ms);
    sem.release();
    sem.release();
    ts[0].cancel();
    ts[2].cancel();
    co_await asyncio::wait(ts, {.timeout = 50ms});
    print(ts[0].cancelled(), ts[1].done(), ts[2].cancelled(), ts[3].done(), "locked", sem.locked());
}

int main() { asyncio::run(async_main()); }
