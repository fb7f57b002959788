// A deadline around a TaskGroup: the children are cancelled and awaited, then a plain TimeoutError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n, std::vector<std::string>& log) {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        log.push_back("child " + n + " cancelled");
        throw;
    }
}
Coro<void> async_main() {
    std::vector<std::string> log;
    asyncio::Task<void> a, b;
    try {
        co_await asyncio::with(asyncio::timeout(10ms), [&]() -> Coro<void> {
            co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
                a = tg.create_task(child("a", log));
                b = tg.create_task(child("b", log));
                co_return;
            });
        });
    } catch (const asyncio::TimeoutError&) {
        std::sort(log.begin(), log.end());
        print("TimeoutError", log);
    }
    print(a.cancelled(), b.cancelled(), "cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
