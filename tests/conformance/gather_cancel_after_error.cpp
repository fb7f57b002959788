// After the first exception the outer future is done: cancel() is False and leaves the other children alone.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    throw std::invalid_argument("boom");
    co_return;
}
Coro<void> slow() {
    co_await asyncio::sleep(20ms);
    print("slow ends undisturbed");
}
Coro<void> async_main() {
    auto s = asyncio::create_task(slow());
    auto outer = asyncio::gather(fails(), s);
    try { co_await outer; } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    print("cancel", outer.cancel(), "cancelling", s.cancelling());
    co_await s;
    print("cancelled", s.cancelled());
}

int main() { asyncio::run(async_main()); }
