// wait() takes plain futures as well; the same one twice counts once.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<int>(), g = loop.create_future<int>();
    loop.call_later(10ms, [f]() mutable { f.set_result(1); });
    loop.call_later(20ms, [g]() mutable { g.set_exception(std::invalid_argument("boom")); });
    std::vector three{f, g, f};
    auto r = co_await asyncio::wait(three, {.return_when = asyncio::FIRST_COMPLETED});
    print(r.done.size(), r.pending.size(), f.result());
    std::vector four{f, g, f, g};
    auto s = co_await asyncio::wait(four);
    print(s.done.size(), s.pending.size(), what(g.exception()));
}

int main() { asyncio::run(async_main()); }
