// acquire() with a deadline: the permit released later is not lost on the one who gave up.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Semaphore sem(1);
    co_await sem.acquire();
    for (int i = 0; i < 2; ++i) {
        try { co_await asyncio::wait_for(sem.acquire(), 10ms); } catch (const asyncio::TimeoutError&) { print("TimeoutError", i); }
    }
    sem.release();
    print("locked", sem.locked());
    bool got = co_await asyncio::wait_for(sem.acquire(), 10ms);
    print(got, "locked", sem.locked());
}

int main() { asyncio::run(async_main()); }
