// main fails: the leftover tasks are cancelled first, then run() raises main's error.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> background() {
    try { co_await asyncio::sleep(10s); } catch (...) { print("background cleaned up"); throw; }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(background());
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("main failed");
}

int main() {
    try { asyncio::run(async_main()); } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
}
