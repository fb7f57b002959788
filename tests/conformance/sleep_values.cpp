// sleep(delay, result) returns the result; zero and negative delays are one bare yield, in order with call_soon.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    print(co_await asyncio::sleep(10ms, std::string("ten")));
    print(co_await asyncio::sleep(0ms, 0));
    loop.call_soon([] { print("soon 1"); });
    print(co_await asyncio::sleep(-1s, std::string("negative")));
    loop.call_soon([] { print("soon 2"); });
    co_await asyncio::sleep(-5s);
    print("end");
}

int main() { asyncio::run(async_main()); }
