// except*: each clause takes what matches, out of nested groups too; the rest is raised on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template<class E> Coro<void> fail(E e) { throw e; co_return; }
Coro<void> failing_group() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(fail(std::invalid_argument("v")));
        tg.create_task(fail(std::out_of_range("k")));
        tg.create_task(fail(std::runtime_error("r")));
        co_return;
    });
}
Coro<void> async_main() {
    try {
        co_await failing_group();
    } catch (const asyncio::ExceptionGroup& eg) {
        auto rest = eg.handle<std::invalid_argument>([](const std::invalid_argument& e) { print("ValueError", std::vector<std::string>{e.what()}); });
        if (rest) rest = rest->handle<std::out_of_range>([](const std::out_of_range& e) { print("KeyError", std::vector<std::string>{e.what()}); });
        std::vector<std::string> left;
        if (rest) for (auto& e : rest->exceptions()) left.push_back(type_name(e) + ":" + what(e));
        print("rest", left);
    }
}

int main() { asyncio::run(async_main()); }
