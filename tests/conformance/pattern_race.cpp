// The first result wins, the losers are cancelled and waited for.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> server(std::string n, int ms) {
    try {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        co_return n;
    } catch (const asyncio::CancelledError&) {
        print("cancelled", n);
        throw;
    }
}
Coro<std::string> race(std::vector<asyncio::Task<std::string>> tasks) {
    auto r = co_await asyncio::wait(tasks, {.return_when = asyncio::FIRST_COMPLETED});
    for (auto& t : r.pending) t.cancel();
    co_await asyncio::gather(asyncio::return_exceptions, r.pending);
    co_return r.done[0].result();
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> tasks;
    tasks.push_back(asyncio::create_task(server("slow", 50)));
    tasks.push_back(asyncio::create_task(server("fast", 10)));
    print("winner", co_await race(tasks));
    print("left", asyncio::all_tasks().size() - 1);
}

int main() { asyncio::run(async_main()); }
