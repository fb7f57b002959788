// ensure_future wraps a coroutine into a task and passes futures and tasks through.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    print("work runs");
    co_return 1;
}
Coro<void> async_main() {
    auto t = asyncio::ensure_future(work());
    print("created", t.done());
    auto f = asyncio::get_running_loop().create_future<int>();
    print("same", asyncio::ensure_future(f) == f, asyncio::ensure_future(t) == t);
    print(co_await t);
    f.set_result(2);
    print(co_await asyncio::ensure_future(f));
}

int main() { asyncio::run(async_main()); }
