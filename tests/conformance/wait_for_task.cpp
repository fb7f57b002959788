// wait_for(task) cancels the task when time is up; wait_for(shield(task)) lets it go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    co_await asyncio::sleep(30ms);
    co_return "finished";
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    try { co_await asyncio::wait_for(t, 10ms); } catch (const asyncio::TimeoutError&) { print("bare: cancelled", t.cancelled()); }
    t = asyncio::create_task(work());
    try {
        co_await asyncio::wait_for(asyncio::shield(t), 10ms);
    } catch (const asyncio::TimeoutError&) {
        print("shielded: done", t.done());
    }
    print(co_await t);
}

int main() { asyncio::run(async_main()); }
