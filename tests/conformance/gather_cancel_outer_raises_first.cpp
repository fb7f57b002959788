// Cancelled outer without return_exceptions: it raises when the first child is cancelled; slow cleanups are not waited for.
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
    auto outer = asyncio::gather(a, b);
    co_await asyncio::sleep(0ms);
    outer.cancel();
    try {
        co_await outer;
    } catch (const asyncio::CancelledError&) {
        print("CancelledError, a done", a.done(), "b done", b.done());
    }
    co_await asyncio::wait(a);
    print("a done", a.done());
}

int main() { asyncio::run(async_main()); }
