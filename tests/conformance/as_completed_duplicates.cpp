// The same task given twice is yielded once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    co_return n;
}
Coro<void> async_main() {
    auto a = asyncio::create_task(child("a", 20)), b = asyncio::create_task(child("b", 10));
    std::vector four{a, b, a, b};
    auto it = asyncio::as_completed(four);
    while (auto t = co_await it.next()) print(t->result());
    print("end");
}

int main() { asyncio::run(async_main()); }
