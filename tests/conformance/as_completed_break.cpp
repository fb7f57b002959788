// Leaving the iteration early: the remaining tasks go on undisturbed.
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
        asyncio::create_task(child("a", 30)), asyncio::create_task(child("b", 10)), asyncio::create_task(child("c", 20))};
    {
        auto it = asyncio::as_completed(ts);
        while (auto t = co_await it.next()) {
            print("first", t->result());
            break;
        }
    }
    print(std::vector<bool>{ts[0].done(), ts[1].done(), ts[2].done()});
    print(co_await asyncio::gather(ts));
}

int main() { asyncio::run(async_main()); }
