// The outer future of a shield is resolved one iteration after the inner task: its awaiter resumes two after it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> inner(asyncio::Future<std::string> f) { co_return co_await f; }
Coro<std::string> outer(asyncio::Task<std::string> t) { co_return co_await asyncio::shield(t); }
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::string>();
    auto t = asyncio::create_task(inner(f));
    auto o = asyncio::create_task(outer(t));
    co_await asyncio::sleep(0ms);
    f.set_result("x");
    for (int i = 0; i < 5; ++i) {
        print(i, t.done(), o.done());
        co_await asyncio::sleep(0ms);
    }
}

int main() { asyncio::run(async_main()); }
