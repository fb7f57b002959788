// shield() of something done gives it back itself.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() { co_return 1; }
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await t;
    print("same", asyncio::shield(t) == t);
    auto f = asyncio::get_running_loop().create_future<int>();
    print("same", asyncio::shield(f) == f);
    f.set_result(2);
    print("same", asyncio::shield(f) == f);
    int x = co_await asyncio::shield(f), y = co_await asyncio::shield(t);
    print(x + y);
}

int main() { asyncio::run(async_main()); }
