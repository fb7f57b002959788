// Two loops used in turn: each keeps its own tasks and timers while the other runs.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(std::string n, asyncio::EventLoop& loop) {
    for (int i = 0; i < 3; ++i) {
        print(n, i, &asyncio::get_running_loop() == &loop);
        co_await asyncio::sleep(10ms);
    }
    co_return n;
}
int main() {
    asyncio::EventLoop one, two;
    auto a = one.create_task(work("a", one));
    auto b = two.create_task(work("b", two));
    one.run_until_complete(asyncio::sleep(0ms));
    print("switch");
    print(two.run_until_complete(b));
    print("a done", a.done());
    print(one.run_until_complete(a));
    one.close();
    two.close();
}
