// wait_for never eats a cancellation (gh-86296): cancelled when the result is already there, it still raises CancelledError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> outer(asyncio::Future<std::string> fut) {
    try {
        print("got", co_await asyncio::wait_for(fut, 10s));
    } catch (const asyncio::CancelledError&) {
        print("CancelledError, future keeps", fut.result());
        throw;
    }
}
Coro<void> async_main() {
    auto fut = asyncio::get_running_loop().create_future<std::string>();
    auto t = asyncio::create_task(outer(fut));
    co_await asyncio::sleep(0ms);
    fut.set_result("value");
    t.cancel();
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
