// sleep() is a coroutine: its time begins when it is awaited, not when it is called.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto nap = asyncio::sleep(20ms, std::string("nap over"));
    loop.call_later(50ms, [] { print("timer 50"); });
    co_await asyncio::sleep(40ms);
    print("40 gone");
    print(co_await std::move(nap));
    auto t = asyncio::create_task(asyncio::sleep(20ms, std::string("task over")));
    loop.call_later(50ms, [] { print("timer 110"); });
    co_await asyncio::sleep(40ms);
    print(t.done(), co_await t);
    co_await asyncio::sleep(20ms);
}

int main() { asyncio::run(async_main()); }
