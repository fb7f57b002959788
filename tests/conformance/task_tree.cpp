// Tasks that create tasks: breadth first, since every new one joins the end of the queue.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> node(std::string path, int depth) {
    print(path);
    if (depth) {
        auto left = asyncio::create_task(node(path + "L", depth - 1));
        auto right = asyncio::create_task(node(path + "R", depth - 1));
        int l = co_await left, r = co_await right;
        co_return l + r;
    }
    co_return 1;
}
Coro<void> async_main() { print("leaves", co_await node("*", 3)); }

int main() { asyncio::run(async_main()); }
