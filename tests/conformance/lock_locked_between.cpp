// Between release() and the waiter's resumption the lock is not locked, yet a third task has to queue up.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> w(std::string n, asyncio::Lock& lock) {
    co_await lock.acquire();
    print(n, "has it");
    lock.release();
}
Coro<void> async_main() {
    asyncio::Lock lock;
    co_await lock.acquire();
    auto a = asyncio::create_task(w("a", lock));
    co_await asyncio::sleep(0ms);
    lock.release();
    print("released: locked", lock.locked());
    co_await lock.acquire();
    print("main has it, a done:", a.done());
    lock.release();
}

int main() { asyncio::run(async_main()); }
