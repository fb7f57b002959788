// Tasks of different result types in one wait().
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> number() {
    co_await asyncio::sleep(10ms);
    co_return 1;
}
Coro<std::string> text() {
    co_await asyncio::sleep(30ms);
    co_return "two";
}
Coro<void> async_main() {
    auto n = asyncio::create_task(number());
    auto t = asyncio::create_task(text());
    std::vector<asyncio::AnyTask> both{n, t};
    auto in = [](asyncio::AnyTask x, auto& v) { return std::find(v.begin(), v.end(), x) != v.end(); };
    auto r = co_await asyncio::wait(both, {.timeout = 20ms});
    print(in(n, r.done), in(t, r.pending));
    auto s = co_await asyncio::wait(both);
    print(s.done.size(), n.result(), t.result());
}

int main() { asyncio::run(async_main()); }
