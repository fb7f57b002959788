// eager_start on a loop that is not running falls back to scheduling.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work() {
    print("work runs");
    co_return 3;
}
int main() {
    asyncio::EventLoop loop;
    auto t = loop.create_task(work(), {.eager_start = true});
    print("created, done", t.done());
    print(loop.run_until_complete(t));
    loop.close();
}
