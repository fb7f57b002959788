// A deadline around gather cancels all its children, and waits for none but the first of them.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n, int ms, std::vector<std::string>& log) {
    try {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        log.push_back(n + " done");
    } catch (const asyncio::CancelledError&) {
        log.push_back(n + " cancelled");
        throw;
    }
}
Coro<void> async_main() {
    std::vector<std::string> log;
    try {
        co_await asyncio::with(asyncio::timeout(60ms), [&]() -> Coro<void> {
            co_await asyncio::gather(work("a", 10, log), work("b", 1000, log), work("c", 1000, log));
        });
    } catch (const asyncio::TimeoutError&) {
        auto sorted = log;
        std::sort(sorted.begin(), sorted.end());
        print("TimeoutError", sorted);
    }
    try {
        co_await asyncio::wait_for(asyncio::gather(asyncio::return_exceptions, work("d", 1000, log)), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError", log.back());
    }
}

int main() { asyncio::run(async_main()); }
