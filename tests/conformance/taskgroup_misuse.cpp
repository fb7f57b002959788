// create_task outside the block: before it, after it, and while the group shuts down.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> nothing() { co_return; }
Coro<void> fail() {
    throw std::invalid_argument("boom");
    co_return;
}
std::string reason(const std::exception& e) {
    std::string s = e.what();
    return s.substr(s.rfind('>') + 2);
}
Coro<void> async_main() {
    asyncio::TaskGroup group;
    try { group.create_task(nothing()); } catch (const std::runtime_error& e) { print(reason(e)); }
    try {
        co_await asyncio::with(group, [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fail());
            try {
                co_await asyncio::sleep(10s);
            } catch (const asyncio::CancelledError&) {
                try { tg.create_task(nothing()); } catch (const std::runtime_error& e) { print(reason(e)); }
                throw;
            }
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print("ExceptionGroup", eg.exceptions().size());
    }
    try { group.create_task(nothing()); } catch (const std::runtime_error& e) { print(reason(e)); }
}

int main() { asyncio::run(async_main()); }
