// wait_for: the result in time; else the inner coroutine is cancelled and TimeoutError raised.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(int ms, std::string result) {
    try {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        co_return result;
    } catch (const asyncio::CancelledError&) {
        print("inner cancelled");
        throw;
    }
}
Coro<void> fail() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("inner failed");
}
Coro<void> async_main() {
    print(co_await asyncio::wait_for(work(10, "in time"), 1s));
    try {
        co_await asyncio::wait_for(work(10000, "late"), 10ms);
    } catch (const asyncio::TimeoutError& e) {
        print("TimeoutError", std::vector{str(e)});
    }
    try { co_await asyncio::wait_for(fail(), 1s); } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    print(co_await asyncio::wait_for(work(10, "no deadline"), std::nullopt));
}

int main() { asyncio::run(async_main()); }
