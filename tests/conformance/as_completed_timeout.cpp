// as_completed with a timeout: TimeoutError for each one that is missing; the tasks go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{
        asyncio::create_task(child("a", 10)), asyncio::create_task(child("b", 40)), asyncio::create_task(child("c", 50))};
    for (auto next_one : asyncio::as_completed(ts, {.timeout = 20ms})) {
        try {
            auto r = co_await std::move(next_one);
            print("got", r);
        } catch (const asyncio::TimeoutError&) {
            print("TimeoutError");
        }
    }
    print(std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done()});
    co_await asyncio::wait(ts);
}

int main() { asyncio::run(async_main()); }
