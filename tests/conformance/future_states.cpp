// A future is pending, then done or cancelled, once: anything later is an InvalidStateError; cancel() says False.
#include <asyncio/asyncio.hpp>
#include <functional>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<int>();
    print("pending", f.done(), f.cancelled());
    f.set_result(1);
    print("done", f.done(), f.cancelled(), f.result(), what(f.exception()));
    bool cancelled = f.cancel();
    print("cancel", cancelled, f.cancelled());
    std::vector<std::function<void()>> changes{
        [&] { f.set_result(2); }, [&] { f.set_exception(std::invalid_argument("")); }};
    for (auto& change : changes) {
        try { change(); } catch (const asyncio::InvalidStateError&) { print("InvalidStateError"); }
    }
    auto g = loop.create_future<int>();
    cancelled = g.cancel();
    print("cancel", cancelled, g.done(), g.cancelled(), g.cancel());
    try { g.set_result(1); } catch (const asyncio::InvalidStateError&) { print("InvalidStateError"); }
    print("result still", f.result());
    co_return;
}

int main() { asyncio::run(async_main()); }
