// The pattern of a critical section: on cancellation wait for the shielded task, then raise the cancellation on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> save() {
    print("saving");
    co_await asyncio::sleep(30ms);
    print("saved");
}
Coro<void> worker() {
    auto s = asyncio::create_task(save());
    std::exception_ptr cancelled;
    try { co_await asyncio::shield(s); } catch (const asyncio::CancelledError&) { cancelled = std::current_exception(); }
    if (cancelled) {
        print("cancelled, waiting for save");
        co_await s;
        std::rethrow_exception(cancelled);
    }
}
Coro<void> async_main() {
    auto w = asyncio::create_task(worker());
    co_await asyncio::sleep(10ms);
    w.cancel();
    co_await asyncio::wait(w);
    print("cancelled", w.cancelled());
}

int main() { asyncio::run(async_main()); }
