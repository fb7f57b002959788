// After the future of run_until_complete is done, one more batch of callbacks runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(asyncio::EventLoop& loop) {
    loop.call_soon([&] {
        print("runs in the last batch");
        loop.call_soon([] { print("runs in the next run only"); });
    });
    print("work returns");
    co_return;
}
int main() {
    asyncio::EventLoop loop;
    loop.run_until_complete(work(loop));
    print("returned");
    loop.run_until_complete(asyncio::sleep(0ms));
    print("returned again");
    loop.close();
}
