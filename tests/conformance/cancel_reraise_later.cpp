// Catch the CancelledError, finish a critical part, raise it on: the original message survives.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    std::vector<std::string> log;
    std::exception_ptr pending;
    for (int i = 0; i < 3; ++i) {
        try {
            co_await asyncio::sleep(10ms);
            log.push_back(std::to_string(i));
        } catch (const asyncio::CancelledError&) {
            log.push_back("request at " + std::to_string(i));
            pending = std::current_exception();
        }
    }
    print(log);
    if (pending) std::rethrow_exception(pending);
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(15ms);
    t.cancel("soon please");
    try { co_await t; } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e), t.cancelled()); }
}

int main() { asyncio::run(async_main()); }
