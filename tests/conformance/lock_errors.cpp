// release() of an unlocked lock is an error; a lock has no owner: any task may release it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> releaser(asyncio::Lock& lock) {
    lock.release();
    print("released by another task");
    co_return;
}
Coro<void> async_main() {
    asyncio::Lock lock;
    try { lock.release(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    co_await lock.acquire();
    co_await asyncio::create_task(releaser(lock));
    print("locked", lock.locked());
    try { lock.release(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
}

int main() { asyncio::run(async_main()); }
