// Done and pending children mixed: a failed one that was done before makes the outer future fail at once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> slow() {
    co_await asyncio::sleep(10ms);
    print("slow ends");
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    f.set_exception(std::invalid_argument("was there before"));
    auto s = asyncio::create_task(slow());
    auto outer = asyncio::gather(s, f);
    print("done", outer.done());
    try {
        co_await outer;
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what(), "slow done", s.done());
    }
    co_await s;
}

int main() { asyncio::run(async_main()); }
