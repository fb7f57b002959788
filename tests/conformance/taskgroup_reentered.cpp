// A TaskGroup is entered once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::TaskGroup tg;
    co_await asyncio::with(tg, [](asyncio::TaskGroup&) -> Coro<void> { co_return; });
    try {
        co_await asyncio::with(tg, [](asyncio::TaskGroup&) -> Coro<void> { print("never printed"); co_return; });
    } catch (const std::runtime_error& e) {
        std::string s = e.what();
        print("RuntimeError:", s.substr(s.rfind('>') + 2));
    }
}

int main() { asyncio::run(async_main()); }
