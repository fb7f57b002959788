// CancelledError is a BaseException: `except Exception` lets it pass; retry loops stay cancellable.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> retry() {
    int attempt = 0;
    for (;;) {
        ++attempt;
        try {
            print("attempt", attempt);
            co_await asyncio::sleep(10ms);
            throw std::invalid_argument("try again");
        } catch (const std::exception& e) {
            print("retrying after", e.what());
        }
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(retry());
    co_await asyncio::sleep(25ms);
    t.cancel();
    co_await asyncio::wait(t);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
