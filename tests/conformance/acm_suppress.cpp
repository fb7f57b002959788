// An exit that returns true swallows the error; one that raises replaces it; a failed enter has no exit.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Suppress {
    Coro<int> aenter() { co_return 0; }
    Coro<bool> aexit(std::exception_ptr e) {
        print("swallows", what(e));
        co_return true;
    }
};
struct Replace {
    Coro<int> aenter() { co_return 0; }
    Coro<bool> aexit(std::exception_ptr) {
        throw std::out_of_range("replaced");
        co_return false;
    }
};
struct NoEntry {
    Coro<int> aenter() {
        throw std::invalid_argument("no entry");
        co_return 0;
    }
    Coro<bool> aexit(std::exception_ptr e) {
        print("swallows", what(e));
        co_return true;
    }
};
Coro<void> raises() {
    throw std::invalid_argument("body");
    co_return;
}
Coro<void> async_main() {
    Suppress suppress;
    Replace replace;
    NoEntry no_entry;
    co_await asyncio::with(suppress, []() -> Coro<void> { co_await raises(); });
    print("goes on");
    try {
        co_await asyncio::with(replace, []() -> Coro<void> { co_await raises(); });
    } catch (const std::out_of_range& e) {
        print("KeyError", e.what());
    }
    try {
        co_await asyncio::with(no_entry, []() -> Coro<void> { print("never printed"); co_return; });
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
}

int main() { asyncio::run(async_main()); }
