// An eager task that fails at once: create_task does not raise, the exception is stored; callbacks are still scheduled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    throw std::invalid_argument("boom");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(fails(), {.eager_start = true});
    print("done", t.done(), type_name(t.exception()));
    t.add_done_callback([](const asyncio::Future<void>&) { print("callback"); });
    print("after add_done_callback");
    try {
        co_await t;
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
