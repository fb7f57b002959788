// run() gives main's value or raises its error; each run() has a loop of its own, closed at the end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> value() {
    co_await asyncio::sleep(10ms);
    co_return 42;
}
Coro<void> error() {
    co_await asyncio::sleep(0ms);
    throw std::invalid_argument("from main");
}

int main() {
    print(asyncio::run(value()));
    try { asyncio::run(error()); } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    print(asyncio::run(value()));
    try { asyncio::get_running_loop(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
}
