// A gathering that wait_for() cancels fails with CancelledError without being cancelled itself: a TimeoutError all the same.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template <class F>
Coro<void> expect_timeout(F everything) {
    auto waited = co_await asyncio::capture(asyncio::wait_for(everything, 0s));
    print(type_name(waited.exception()), everything.cancelled());
}

Coro<int> one() { co_await asyncio::sleep(0s); co_return 1; }

Coro<void> async_main() {
    co_await expect_timeout(asyncio::gather(asyncio::sleep(1s)));
    co_await expect_timeout(asyncio::gather(asyncio::return_exceptions, asyncio::sleep(1s)));
    std::vector<Coro<int>> works;
    works.push_back(one());
    auto done = asyncio::gather(asyncio::return_exceptions, std::move(works));
    co_await asyncio::sleep(1s);
    const auto results = co_await asyncio::wait_for(done, 0s);
    print(std::vector<int>{*results[0]});
    auto inner = asyncio::gather(asyncio::sleep(1s));
    auto waited = co_await asyncio::capture(asyncio::wait_for(asyncio::gather(inner), -1s));
    print(type_name(waited.exception()));
}

int main() { asyncio::run(async_main()); }
