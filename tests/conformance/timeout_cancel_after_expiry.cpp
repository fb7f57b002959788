// cancel() from outside during the cleanup after the deadline: the outside request wins, CancelledError leaves the block.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    auto cm = asyncio::timeout(10ms);
    try {
        co_await asyncio::with(cm, []() -> Coro<void> {
            std::exception_ptr err;
            try { co_await asyncio::sleep(10s); } catch (...) { err = std::current_exception(); }
            print("cleanup begins");
            co_await asyncio::sleep(10s);
            print("never printed");
            if (err) std::rethrow_exception(err);
        });
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    } catch (const asyncio::CancelledError&) {
        print("CancelledError, expired", cm.expired(), "cancelling", asyncio::current_task().cancelling());
        throw;
    }
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(30ms);
    t.cancel();
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
