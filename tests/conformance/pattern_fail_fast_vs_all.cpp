// The same failing work under gather, gather(return_exceptions) and TaskGroup: what goes on, what is raised.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n, int ms, std::vector<std::string>& log) {
    try {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        if (n == "bad") throw std::invalid_argument("bad");
        log.push_back(n + " done");
    } catch (const asyncio::CancelledError&) {
        log.push_back(n + " cancelled");
        throw;
    }
}
Coro<void> async_main() {
    std::vector<std::string> log;
    try {
        co_await asyncio::gather(work("bad", 10, log), work("good", 30, log));
    } catch (const std::invalid_argument& e) {
        print("gather raises", e.what(), log);
    }
    co_await asyncio::sleep(40ms);
    print("later", log);
    log.clear();
    auto r = co_await asyncio::gather(asyncio::return_exceptions, work("bad", 10, log), work("good", 30, log));
    print("return_exceptions", type_name(std::get<0>(r).exception()), log);
    log.clear();
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [&](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(work("bad", 10, log));
            tg.create_task(work("good", 30, log));
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        print("TaskGroup raises", eg.exceptions().size(), log);
    }
}

int main() { asyncio::run(async_main()); }
