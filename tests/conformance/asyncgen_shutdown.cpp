// A generator left half-way is closed by the end of run(): its awaiting cleanup runs, after the leftover tasks are cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> gen() {
    std::exception_ptr err;
    try {
        co_yield 1;
        co_yield 2;
    } catch (...) { err = std::current_exception(); }
    print("cleanup begins");
    co_await asyncio::sleep(10ms);
    print("cleanup ends");
    if (err) std::rethrow_exception(err);
}
Coro<void> background() {
    try { co_await asyncio::sleep(10s); } catch (...) { print("task cancelled"); throw; }
}
std::optional<asyncio::AsyncGenerator<int>> kept;
Coro<void> async_main() {
    auto t = asyncio::create_task(background());
    kept.emplace(gen());
    while (auto x = co_await kept->next()) {
        print("got", *x);
        break;
    }
    co_await asyncio::sleep(10ms);
    print("main ends");
}

int main() {
    asyncio::run(async_main());
    print("run() ended");
}
