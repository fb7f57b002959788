// A deadline in the past is due at once, but still in the next iteration and after what is ready; earlier deadlines first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto now = loop.time();
    loop.call_at(now - 1s, [] { print("one second ago"); });
    loop.call_at(now - 2s, [] { print("two seconds ago"); });
    loop.call_later(-3s, [] { print("three seconds ago"); });
    loop.call_soon([] { print("ready"); });
    print("main goes on");
    co_await asyncio::sleep(0ms);
    print("one iteration");
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
