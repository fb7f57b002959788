// A Semaphore can be released beyond its start value; a BoundedSemaphore says no; negative start values too.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Semaphore sem(1);
    sem.release();
    sem.release();
    for (int i = 0; i < 3; ++i) {
        co_await sem.acquire();
        print("permit", i, "locked", sem.locked());
    }
    asyncio::BoundedSemaphore bounded(1);
    co_await bounded.acquire();
    bounded.release();
    try { bounded.release(); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
    try { asyncio::Semaphore negative(-1); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
}

int main() { asyncio::run(async_main()); }
