// Children that await each other inside a group: a small dependency graph.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

using Step = asyncio::Task<std::string>;
Coro<std::string> step(std::string n, std::vector<Step> needs, std::vector<std::string>& log) {
    for (auto& t : needs) co_await t;
    co_await asyncio::sleep(10ms);
    log.push_back(n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<std::string> log;
    Step d;
    co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
        auto a = tg.create_task(step("a", {}, log));
        auto b = tg.create_task(step("b", {a}, log));
        auto c = tg.create_task(step("c", {a}, log));
        d = tg.create_task(step("d", {b, c}, log));
        co_return;
    });
    print(log, d.result());
}

int main() { asyncio::run(async_main()); }
