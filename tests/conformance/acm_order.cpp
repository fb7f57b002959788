// An async context manager: enter, body, exit; exit runs on errors too, awaits, and the innermost goes first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Resource {
    std::string n;
    explicit Resource(std::string name) : n(std::move(name)) {}
    Coro<std::string> aenter() {
        co_await asyncio::sleep(0ms);
        print("enter", n);
        co_return std::string(1, static_cast<char>(std::toupper(n[0])));
    }
    Coro<bool> aexit(std::exception_ptr e) {
        co_await asyncio::sleep(10ms);
        print("exit", n, e ? type_name(e) : "None");
        co_return false;
    }
};
Coro<void> async_main() {
    Resource a("a"), b("b"), c("c"), d("d");
    co_await asyncio::with(a, [&](std::string& x) -> Coro<void> {
        co_await asyncio::with(b, [&](std::string& y) -> Coro<void> { print("body", x, y); co_return; });
    });
    try {
        co_await asyncio::with(c, [&]() -> Coro<void> {
            co_await asyncio::with(d, []() -> Coro<void> { throw std::invalid_argument("body"); co_return; });
        });
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
}

int main() { asyncio::run(async_main()); }
