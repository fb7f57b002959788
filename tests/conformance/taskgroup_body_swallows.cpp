// The body swallows the group's cancellation: the ExceptionGroup is raised all the same, and the count is restored.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fail() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("child");
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(fail());
            try {
                co_await asyncio::sleep(10s);
            } catch (const asyncio::CancelledError&) {
                print("swallowed");
            }
            co_await asyncio::sleep(10ms);
            print("body ends normally, cancelling", asyncio::current_task().cancelling());
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print("ExceptionGroup", msgs);
    }
    print("cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
