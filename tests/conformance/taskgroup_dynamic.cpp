// Children may add children, also when the body has ended; the group waits for all of them.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> tree(asyncio::TaskGroup& tg, int depth, std::string name) {
    co_await asyncio::sleep(10ms);
    print("node", name);
    if (depth) {
        tg.create_task(tree(tg, depth - 1, name + "l"));
        tg.create_task(tree(tg, depth - 1, name + "r"));
    }
}
Coro<void> async_main() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(tree(tg, 2, "t"));
        print("body ended");
        co_return;
    });
    print("group ended");
}

int main() { asyncio::run(async_main()); }
