// A timer set by a timer's callback, even due at once, fires in a later iteration than call_soon from the same callback.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.call_later(10ms, [&] {
        print("outer");
        loop.call_later(0ms, [] { print("inner timer"); });
        loop.call_soon([] { print("inner soon"); });
        loop.call_soon([&] { loop.call_soon([] { print("second soon"); }); });
    });
    co_await asyncio::sleep(30ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
