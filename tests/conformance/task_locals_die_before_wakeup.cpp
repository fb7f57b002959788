// The locals of a finished coroutine are gone before its awaiter goes on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Local {
    int n;
    ~Local() { print("gone", n); }
};
Coro<int> work(int n) {
    Local local{n};
    co_await asyncio::sleep(0ms);
    print("returning", n);
    co_return n;
}
Coro<void> async_main() {
    print("inline", co_await work(1));
    auto t = asyncio::create_task(work(2));
    t.add_done_callback([](const asyncio::Future<int>&) { print("callback"); });
    print("task", co_await t);
}

int main() { asyncio::run(async_main()); }
