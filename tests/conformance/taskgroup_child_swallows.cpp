// A sibling that swallows the group's cancellation is waited for to its end; each child is cancelled only once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("boom");
}
Coro<std::string> stubborn() {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        print("not yet, cancelling", asyncio::current_task().cancelling());
    }
    co_await asyncio::sleep(30ms);
    co_return "finished all the same";
}
Coro<void> async_main() {
    asyncio::Task<std::string> s;
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            s = tg.create_task(stubborn());
            tg.create_task(fail());
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print("ExceptionGroup", eg.exceptions().size());
    }
    print(s.result(), "cancelling", s.cancelling());
}

int main() { asyncio::run(async_main()); }
