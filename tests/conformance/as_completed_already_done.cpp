// Children that were done before come first, and without waiting for the others.
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
        asyncio::create_task(child("slow", 40)), asyncio::create_task(child("early", 10))};
    co_await asyncio::sleep(20ms);
    print(std::vector<bool>{ts[0].done(), ts[1].done()});
    auto it = asyncio::as_completed(ts);
    while (auto t = co_await it.next()) print(t->result(), std::vector<bool>{ts[0].done(), ts[1].done()});
}

int main() { asyncio::run(async_main()); }
