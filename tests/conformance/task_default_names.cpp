// Task-N from one counter, which is only consumed when no name is given (3.13).
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() { co_return asyncio::current_task().get_name(); }
Coro<void> async_main() {
    print("main", asyncio::current_task().get_name());
    auto a = asyncio::create_task(work());
    auto b = asyncio::create_task(work(), {.name = "named"});
    auto c = asyncio::create_task(work());
    print(a.get_name(), b.get_name(), c.get_name());
    auto [w, x, y, z] = co_await asyncio::gather(a, b, c, work());
    print(std::vector{w, x, y, z});
}

int main() { asyncio::run(async_main()); }
