// At most two inside at a time; locked() when no permit is left.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int active = 0, peak = 0;
Coro<void> w(std::string n, int ms, asyncio::Semaphore& sem) {
    auto guard = co_await sem.scoped_lock();
    active += 1;
    peak = std::max(peak, active);
    print("enter", n, "locked", sem.locked());
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    active -= 1;
    print("leave", n);
}
Coro<void> async_main() {
    asyncio::Semaphore sem(2);
    co_await asyncio::gather(w("a", 30, sem), w("b", 10, sem), w("c", 40, sem), w("d", 10, sem));
    print("peak", peak, "locked", sem.locked());
}

int main() { asyncio::run(async_main()); }
