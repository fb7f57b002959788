// An error set on the reader comes out of the waiting read, and of every later one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> reader(asyncio::StreamReader& r) {
    try { co_await r.readline(); } catch (const std::invalid_argument& e) { print("waiting read:", e.what()); }
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    print("exception", what(r.exception()));
    auto t = asyncio::create_task(reader(r));
    co_await asyncio::sleep(10ms);
    r.set_exception(std::make_exception_ptr(std::invalid_argument("connection lost")));
    co_await t;
    try { co_await r.read(); } catch (const std::invalid_argument& e) { print("later read:", e.what()); }
    try { co_await r.readline(); } catch (const std::invalid_argument& e) { print("later read:", e.what()); }
    print("exception", what(r.exception()));
}

int main() { asyncio::run(async_main()); }
