// SystemExit in a task leaves the loop at once and comes out of run(), after the final cancellation.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> quits() {
    co_await asyncio::sleep(10ms);
    throw asyncio::SystemExit(3);
}
Coro<void> async_main() {
    auto q = asyncio::create_task(quits());
    try { co_await asyncio::sleep(10s); } catch (...) { print("main cleaned up"); throw; }
}

int main() {
    try { asyncio::run(async_main()); } catch (const asyncio::SystemExit& e) { print("SystemExit", e.code()); }
}
