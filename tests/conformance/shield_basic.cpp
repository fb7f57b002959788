// shield(coro) gives an outer future around a task; without any cancellation it is transparent.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    co_await asyncio::sleep(10ms);
    co_return "value";
}
Coro<void> fails() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("boom");
}
Coro<void> async_main() {
    print(co_await asyncio::shield(work()));
    auto t = asyncio::create_task(work());
    auto outer = asyncio::shield(t);
    print("same", outer == t, "done", outer.done());
    auto r = co_await outer;
    print(r, t.done());
    try { co_await asyncio::shield(fails()); } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
}

int main() { asyncio::run(async_main()); }
