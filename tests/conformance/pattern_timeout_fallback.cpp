// A quick answer from the cache when the real one takes too long; the real one goes on and refreshes the cache.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::string cache = "old";
Coro<std::string> refresh() {
    co_await asyncio::sleep(30ms);
    cache = "new";
    co_return "new";
}
Coro<std::string> get(asyncio::Task<std::string> task) {
    try {
        co_return co_await asyncio::wait_for(asyncio::shield(task), 10ms);
    } catch (const asyncio::TimeoutError&) {
        co_return cache + " from the cache";
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(refresh());
    print(co_await get(t));
    co_await asyncio::sleep(30ms);
    auto answer = co_await get(t);
    print(answer, cache);
}

int main() { asyncio::run(async_main()); }
