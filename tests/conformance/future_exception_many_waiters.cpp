// Every waiter gets the same exception object, and again at each await.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(std::string n, asyncio::Future<int> f) {
    for (int i = 0; i < 2; ++i) {
        try {
            co_await f;
        } catch (const std::invalid_argument& e) {
            print(n, e.what(), std::current_exception() == f.exception());
        }
    }
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    auto a = asyncio::create_task(waiter("a", f)), b = asyncio::create_task(waiter("b", f));
    co_await asyncio::sleep(0ms);
    f.set_exception(std::invalid_argument("boom"));
    co_await asyncio::gather(a, b);
    try { f.result(); } catch (const std::invalid_argument& e) { print("result()", e.what()); }
}

int main() { asyncio::run(async_main()); }
