// A rate limiter: one permit per period; bursts are spread over time.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Limiter {
    asyncio::Duration period;
    asyncio::TimePoint next{};
    asyncio::Lock lock;
    explicit Limiter(asyncio::Duration p) : period(p) {}
    Coro<void> wait() {
        auto guard = co_await lock.scoped_lock();
        auto now = asyncio::get_running_loop().time();
        if (next > now) co_await asyncio::sleep(next - now);
        next = std::max(now, next) + period;
    }
};
Coro<void> call(int n, Limiter& limiter, asyncio::TimePoint start) {
    co_await limiter.wait();
    auto elapsed = asyncio::get_running_loop().time() - start;
    print("call", n, "not before its time:", elapsed > 20ms * n - 2ms);
}
Coro<void> async_main() {
    Limiter limiter(20ms);
    auto start = asyncio::get_running_loop().time();
    co_await asyncio::gather(call(0, limiter, start), call(1, limiter, start), call(2, limiter, start), call(3, limiter, start));
}

int main() { asyncio::run(async_main()); }
