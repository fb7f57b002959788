// The cleanup of a cancelled task may await: the task is done only when it ends, and its awaiter waits for it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    std::exception_ptr error;
    try { co_await asyncio::sleep(10s); } catch (...) { error = std::current_exception(); }
    print("cleanup 1");
    co_await asyncio::sleep(20ms);
    print("cleanup 2");
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(10ms);
    t.cancel();
    co_await asyncio::sleep(10ms);
    print("done", t.done(), "cancelled", t.cancelled());
    try {
        co_await t;
    } catch (const asyncio::CancelledError&) {
        print("done", t.done(), "cancelled", t.cancelled());
    }
}

int main() { asyncio::run(async_main()); }
