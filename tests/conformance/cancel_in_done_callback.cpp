// A done callback may cancel other tasks: first one wins.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> racer(std::string n, int ms) {
    try {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        print(n, "wins");
        co_return n;
    } catch (const asyncio::CancelledError&) {
        print(n, "stopped");
        throw;
    }
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{
        asyncio::create_task(racer("slow", 30)), asyncio::create_task(racer("fast", 10)),
        asyncio::create_task(racer("middle", 20))};
    ts[1].add_done_callback([&](const asyncio::Future<std::string>& winner) {
        for (auto& t : ts) {
            if (t != winner) print("cancel", t.cancel());
        }
    });
    co_await asyncio::wait(ts);
    print(std::vector<bool>{ts[0].cancelled(), ts[1].cancelled(), ts[2].cancelled()});
}

int main() { asyncio::run(async_main()); }
