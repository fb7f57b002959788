// The state is read when the waiter resumes: a child that ends between the wake-up and the resumption is in done too.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, asyncio::Future<void> f) {
    co_await f;
    co_return n;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<void>(), g = loop.create_future<void>();
    auto a = asyncio::create_task(child("a", f)), b = asyncio::create_task(child("b", g));
    f.add_done_callback([g](const asyncio::Future<void>&) mutable { g.set_result(); });
    loop.call_later(10ms, [f]() mutable { f.set_result(); });
    std::vector both{a, b};
    auto r = co_await asyncio::wait(both, {.return_when = asyncio::FIRST_COMPLETED});
    std::vector<std::string> done;
    for (auto& t : r.done) done.push_back(t.result());
    std::sort(done.begin(), done.end());
    print(done, r.pending.size());
}

int main() { asyncio::run(async_main()); }
