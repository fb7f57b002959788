// At the end of run() each task that is left is cancelled once, and hears of the requests of all who await it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
#include <algorithm>
using namespace std::chrono_literals;
using asyncio::AnyFuture;
using asyncio::Coro;
using Task = asyncio::Task<void>;

std::vector<std::string> log;

void told(const std::string& name, auto... what) {
    std::string line = name;
    ((line += ' ' + std::to_string(what)), ...);
    log.push_back(line);
}

Coro<void> leaf(std::string name) {
    try {
        co_await asyncio::sleep(10s);
    } catch (const asyncio::CancelledError&) {
        told(name, asyncio::current_task().cancelling());
        throw;
    }
}

Coro<void> level(std::string name, AnyFuture awaited) {
    try {
        co_await awaited;
    } catch (const asyncio::CancelledError&) {
        told(name, asyncio::current_task().cancelling());
        throw;
    }
}

Coro<void> gathers(std::string name, std::vector<AnyFuture> awaited) { co_await level(name, asyncio::gather(std::move(awaited))); }

Coro<void> swallows(std::string name, AnyFuture awaited) {
    try {
        co_await awaited;
    } catch (const asyncio::CancelledError&) {
        const int cancelling = asyncio::current_task().cancelling();
        told(name, cancelling, asyncio::current_task().uncancel());
    }
    co_await asyncio::sleep(0s);
    log.push_back(name + " goes on");
}

Coro<void> later(std::string name, AnyFuture& awaited) { co_await level(name, awaited); }

AnyFuture holder;

Coro<void> async_main() {
    const auto make = [](Coro<void> coroutine) { return asyncio::create_task(std::move(coroutine)); };
    const Task a = make(leaf("a"));
    const Task b = make(level("b", a));
    const Task c = make(level("c", b));
    make(later("d", holder));
    const Task e = make(level("e", c));
    holder = e;
    const Task f = make(leaf("f"));
    const Task g = make(gathers("g", {a, f, f}));
    const Task h = make(gathers("h", {g, f}));
    const Task i = make(swallows("i", h));
    make(level("j", i));
    const auto future = asyncio::get_running_loop().create_future<void>();
    const Task k = make(level("k", future));
    make(level("l", asyncio::shield(k)));
    make(gathers("m", {k, future}));
    co_await asyncio::sleep(0s);
}

int main() {
    asyncio::run(async_main());
    holder = {};
    std::sort(log.begin(), log.end());  // CPython cancels them in no order
    for (const std::string& line : log) print(line);
}
