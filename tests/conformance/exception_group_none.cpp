// subgroup() and split() of a type that is not in the group give nothing, and the whole.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    throw std::invalid_argument("v");
    co_return;
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fail());
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print(eg.subgroup<std::out_of_range>() ? "a group" : "None");
        auto [match, rest] = eg.split<std::out_of_range>();
        print(match ? "a group" : "None", rest->exceptions().size());
        auto [match2, rest2] = eg.split<std::invalid_argument>();
        print(match2->exceptions().size(), rest2 ? "a group" : "None", match2->message());
    }
}

int main() { asyncio::run(async_main()); }
