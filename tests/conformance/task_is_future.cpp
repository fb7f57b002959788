// iscoroutine and isfuture tell coroutine objects, futures and tasks apart.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() { co_return 1; }
Coro<void> async_main() {
    auto c = work();
    auto t = asyncio::create_task(work());
    auto f = asyncio::get_running_loop().create_future<int>();
    using asyncio::is_coroutine_v, asyncio::is_future_v;
    print("coroutine", is_coroutine_v<decltype(c)>, is_coroutine_v<decltype(t)>, is_coroutine_v<decltype(f)>);
    print("future", is_future_v<decltype(c)>, is_future_v<decltype(t)>, is_future_v<decltype(f)>);
    int x = co_await std::move(c), y = co_await t;
    print(x, y);
}

int main() { asyncio::run(async_main()); }
