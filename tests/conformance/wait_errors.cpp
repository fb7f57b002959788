// wait() of nothing is a ValueError; it never raises its children's exceptions.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    throw std::invalid_argument("child's own");
    co_return;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<void>> none;
    try { co_await asyncio::wait(none); } catch (const std::invalid_argument& e) { print("ValueError:", e.what()); }
    auto t = asyncio::create_task(fails());
    auto r = co_await asyncio::wait(t);
    print(r.done.size(), r.pending.size());
    print(what(t.exception()));
}

int main() { asyncio::run(async_main()); }
