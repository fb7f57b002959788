// A gathering with return_exceptions that was cancelled has looked at its children's errors; it fails with the
// cancellation of its last one, whichever ends last.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> bad_cleanup() {
    bool cancelled = false;
    try { co_await asyncio::sleep(5s); } catch (const asyncio::CancelledError&) { cancelled = true; }
    if (cancelled) throw std::runtime_error("cleanup");
}

Coro<void> slow_cleanup() {
    auto slept = co_await asyncio::capture(asyncio::sleep(5s));
    co_await asyncio::sleep(1s);
    slept.value();
}

Coro<void> use() {
    try {
        co_await asyncio::wait_for(asyncio::gather(asyncio::return_exceptions, bad_cleanup()), 1s);
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
}

Coro<void> say_why() {
    std::vector<asyncio::Task<void>> children{asyncio::create_task(slow_cleanup()), asyncio::create_task(asyncio::sleep(5s))};
    auto everything = asyncio::gather(asyncio::return_exceptions, children);
    co_await asyncio::sleep(0s);
    everything.cancel("why");
    try {
        co_await everything;
    } catch (const asyncio::CancelledError&) {
        print("CancelledError", everything.cancelled(), std::vector<bool>{children[0].cancelled(), children[1].cancelled()});
    }
}

Coro<void> async_main() {
    asyncio::get_running_loop().set_exception_handler(
        [](asyncio::EventLoop&, const asyncio::ExceptionContext& c) { print(c.message); });
    co_await use();
    co_await say_why();
    print("end");
}

int main() { asyncio::run(async_main()); }
