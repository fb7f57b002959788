// All waiters of a future get its value, in the order in which they began to wait; late ones do not wait.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(std::string n, asyncio::Future<int> f) {
    print(n, "waits");
    int x = co_await f;
    print(n, "got", x);
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    std::vector<asyncio::Task<void>> ts;
    for (std::string n : {"a", "b", "c"}) ts.push_back(asyncio::create_task(waiter(n, f)));
    co_await asyncio::sleep(10ms);
    f.set_result(42);
    auto late = asyncio::create_task(waiter("late", f));
    print("set, not yet delivered:", std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done()});
    co_await asyncio::wait(ts[0], ts[1], ts[2], late);
    print(std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done()});
}

int main() { asyncio::run(async_main()); }
