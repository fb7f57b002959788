// as_completed, plain iteration: awaitables that give the next result in order of completion.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{
        asyncio::create_task(child("a", 30)), asyncio::create_task(child("b", 10)), asyncio::create_task(child("c", 20))};
    for (auto next_one : asyncio::as_completed(ts)) {
        auto r = co_await std::move(next_one);
        print(r, std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done()});
    }
}

int main() { asyncio::run(async_main()); }
