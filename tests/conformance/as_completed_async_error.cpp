// Async iteration yields failed and cancelled tasks like others; looking at them is the caller's job.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms, bool fails = false) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    if (fails) throw std::invalid_argument(n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{
        asyncio::create_task(child("a", 30)), asyncio::create_task(child("b", 10, true)),
        asyncio::create_task(child("c", 1000))};
    asyncio::get_running_loop().call_later(20ms, [&] { ts[2].cancel(); });
    auto it = asyncio::as_completed(ts);
    while (auto t = co_await it.next()) {
        if (t->cancelled()) print("cancelled", *t == ts[2]);
        else if (t->exception()) print("failed", what(t->exception()));
        else print("result", t->result());
    }
}

int main() { asyncio::run(async_main()); }
