// The same task or coroutine given twice is waited for once; its result appears twice.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    print("work runs");
    co_await asyncio::sleep(0ms);
    co_return 7;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    auto f = asyncio::get_running_loop().create_future<int>();
    f.set_result(1);
    auto [a, b, c, d, e] = co_await asyncio::gather(t, f, t, f, t);
    print(std::vector{a, b, c, d, e});
    print("done", t.done());
}

int main() { asyncio::run(async_main()); }
