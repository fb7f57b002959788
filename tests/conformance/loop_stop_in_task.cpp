// A task that stops the loop: run_until_complete finds its future pending and says so; the loop can be run on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(asyncio::EventLoop& loop) {
    print("work stops the loop");
    loop.stop();
    print("the step goes on");
    co_await asyncio::sleep(10ms);
    print("work resumed");
    co_return 5;
}
int main() {
    asyncio::EventLoop loop;
    auto t = loop.create_task(work(loop));
    try { loop.run_until_complete(t); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    print("done", t.done());
    print(loop.run_until_complete(t));
    loop.close();
}
