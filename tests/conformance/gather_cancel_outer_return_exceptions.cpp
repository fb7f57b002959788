// Cancelled outer with return_exceptions=True: it waits for all children, and then it is CancelledError all the same.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n, int ms) {
    std::exception_ptr error;
    try { co_await asyncio::sleep(10s); } catch (...) { error = std::current_exception(); }
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("cleaned", n);
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    auto a = asyncio::create_task(child("a", 30)), b = asyncio::create_task(child("b", 10));
    auto outer = asyncio::gather(asyncio::return_exceptions, a, b);
    co_await asyncio::sleep(0ms);
    print("cancel", outer.cancel());
    co_await asyncio::sleep(20ms);
    print("done", outer.done(), "b done", b.done());
    try { co_await outer; } catch (const asyncio::CancelledError&) { print("CancelledError, a done", a.done()); }
}

int main() { asyncio::run(async_main()); }
