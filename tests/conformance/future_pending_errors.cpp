// result() and exception() of a pending future say so; set_result then makes both work.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    try { f.result(); } catch (const asyncio::InvalidStateError& e) { print("InvalidStateError:", e.what()); }
    try { (void)f.exception(); } catch (const asyncio::InvalidStateError& e) { print("InvalidStateError:", e.what()); }
    f.set_result("x");
    print(f.result(), what(f.exception()));
    co_return;
}

int main() { asyncio::run(async_main()); }
