// wait_for(coroutine) runs it in the caller's own task (3.12+): same current_task, no iteration lost, same context.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> inner(asyncio::AnyTask caller) {
    print("same task", asyncio::current_task() == caller);
    co_return "value";
}
Coro<void> ticker(std::vector<std::string>& log) {
    for (int i = 0; i < 3; ++i) {
        log.push_back("tick");
        co_await asyncio::sleep(0ms);
    }
}
Coro<void> async_main() {
    std::vector<std::string> log;
    auto t = asyncio::create_task(ticker(log));
    print(co_await asyncio::wait_for(inner(asyncio::current_task()), 1s));
    print("nobody else ran", log);
    co_await t;
    print(log);
}

int main() { asyncio::run(async_main()); }
