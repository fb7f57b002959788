// A callback that adds another: the future is done, so the new one is scheduled for the next iteration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    f.add_done_callback([](asyncio::Future<std::string> f) {
        print("first");
        f.add_done_callback([](const asyncio::Future<std::string>&) { print("added by first"); });
    });
    f.add_done_callback([](const asyncio::Future<std::string>&) { print("second"); });
    f.set_result("x");
    co_await asyncio::sleep(0ms);
    print("one iteration");
    co_await asyncio::sleep(0ms);
    print("two iterations");
}

int main() { asyncio::run(async_main()); }
