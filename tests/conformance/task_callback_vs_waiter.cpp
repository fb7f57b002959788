// A waiting task is a done callback like the others: it is woken in registration order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> waiter(std::string n, asyncio::Future<std::string> f) {
    auto x = co_await f;
    print(n, "got", x);
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    f.add_done_callback([](const asyncio::Future<std::string>&) { print("callback 1"); });
    auto a = asyncio::create_task(waiter("a", f));
    co_await asyncio::sleep(0ms);
    f.add_done_callback([](const asyncio::Future<std::string>&) { print("callback 2"); });
    auto b = asyncio::create_task(waiter("b", f));
    co_await asyncio::sleep(0ms);
    f.add_done_callback([](const asyncio::Future<std::string>&) { print("callback 3"); });
    f.set_result("x");
    print("set");
    co_await asyncio::sleep(0ms);
    print("one iteration");
}

int main() { asyncio::run(async_main()); }
