// An error in an inner group: its ExceptionGroup is one error of the outer group; the outer's other children are cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("deep");
}
Coro<void> inner() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(fail());
        co_await asyncio::sleep(10s);
    });
}
Coro<void> sibling() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("sibling cancelled");
        throw;
    }
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(inner());
            tg.create_task(sibling());
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print(eg.exceptions().size(), type_name(eg.exceptions()[0]));
        try {
            std::rethrow_exception(eg.exceptions()[0]);
        } catch (const asyncio::ExceptionGroup& deep) {
            print(deep.exceptions().size(), what(deep.exceptions()[0]));
        }
    }
}

int main() { asyncio::run(async_main()); }
