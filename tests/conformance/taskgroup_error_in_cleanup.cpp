// A sibling that fails while it is being cancelled adds its error to the group, after the first one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("first");
}
Coro<void> fails_in_cleanup() {
    try { co_await asyncio::sleep(10s); } catch (...) {}
    throw std::runtime_error("second");
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fails_in_cleanup());
            tg.create_task(fail());
            try { co_await asyncio::sleep(10s); } catch (...) {}
            throw std::out_of_range("body");
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> errors;
        for (auto& e : eg.exceptions()) errors.push_back(type_name(e) + ":" + what(e));
        print(errors);
    }
}

int main() { asyncio::run(async_main()); }
