// One task, three awaiters: all get the same result, in the order they began to wait.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::vector<std::string>> work() {
    co_await asyncio::sleep(10ms);
    co_return std::vector<std::string>{"shared"};
}
Coro<void> awaiter(std::string n, asyncio::Task<std::vector<std::string>> t) {
    auto r = co_await t;
    print(n, r, r == t.result());
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::gather(awaiter("a", t), awaiter("b", t), awaiter("c", t));
    print("late", co_await t);
}

int main() { asyncio::run(async_main()); }
