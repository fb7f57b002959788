// CancelledError unwinds the chain of coroutines from the innermost; each level may await in its cleanup.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> level(int n) {
    std::exception_ptr error;
    try {
        if (n) co_await level(n - 1);
        else co_await asyncio::sleep(10s);
    } catch (...) {
        error = std::current_exception();
    }
    print("cleanup", n);
    co_await asyncio::sleep(0ms);
    print("cleaned", n);
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    auto t = asyncio::create_task(level(2));
    co_await asyncio::sleep(10ms);
    t.cancel();
    for (int i = 0; i < 5; ++i) {
        print("iteration", i, t.done());
        co_await asyncio::sleep(0ms);
    }
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
