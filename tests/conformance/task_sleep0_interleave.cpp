// sleep(0) gives up exactly one iteration: tasks take turns; a task created on the way joins at the end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n, int steps) {
    for (int i = 0; i < steps; ++i) {
        print(n, i);
        if (n == "b" && i == 0) asyncio::create_task(work("late", 2));
        co_await asyncio::sleep(0ms);
    }
}
Coro<void> async_main() {
    co_await asyncio::gather(work("a", 3), work("b", 4), work("c", 2));
    print("end");
}

int main() { asyncio::run(async_main()); }
