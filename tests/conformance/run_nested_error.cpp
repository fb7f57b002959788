// run() inside a running loop is an error; the outer loop goes on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> inner() {
    print("never printed");
    co_return;
}
Coro<void> async_main() {
    try { asyncio::run(inner()); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    co_await asyncio::sleep(10ms);
    print("the outer one goes on");
}

int main() { asyncio::run(async_main()); }
