// Awaiting a child inside the body: its error is raised there as itself, and by the group as well.
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
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            auto t = tg.create_task(fail());
            try {
                co_await t;
            } catch (const std::invalid_argument& e) {
                print("body sees", e.what());
            } catch (const asyncio::CancelledError&) {
                print("body cancelled");
                throw;
            }
            try {
                co_await asyncio::sleep(10ms);
            } catch (const asyncio::CancelledError&) {
                print("next await is cancelled");
                throw;
            }
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        std::vector<std::string> msgs;
        for (auto& e : eg.exceptions()) msgs.push_back(what(e));
        print("ExceptionGroup", msgs);
    }
}

int main() { asyncio::run(async_main()); }
