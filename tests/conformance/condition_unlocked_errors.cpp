// wait() and notify() need the lock.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Condition cond;
    try { co_await cond.wait(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    try { cond.notify(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    try { cond.notify_all(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    try { cond.release(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
}

int main() { asyncio::run(async_main()); }
