// Tasks may be created on a loop that does not run yet; they start, in order, when it does.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work(std::string n) {
    print("start", n, asyncio::current_task().get_name());
    co_await asyncio::sleep(0ms);
    print("end", n);
    co_return n;
}
int main() {
    asyncio::EventLoop loop;
    auto a = loop.create_task(work("a"), {.name = "A"});
    auto b = loop.create_task(work("b"), {.name = "B"});
    print("created", a.done(), b.done());
    print(loop.run_until_complete(b));
    print("a done", a.done(), a.result());
    loop.close();
}
