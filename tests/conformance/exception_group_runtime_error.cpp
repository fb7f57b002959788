// An ExceptionGroup is no RuntimeError: splitting by RuntimeError goes into nested groups and takes only what is one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

template<class E> Coro<void> fail(E e) { throw e; co_return; }
Coro<void> inner() {
    co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
        tg.create_task(fail(std::invalid_argument("v")));
        tg.create_task(fail(std::runtime_error("r")));
        co_return;
    });
}
std::vector<std::string> leaves(const asyncio::ExceptionGroup& eg) {
    std::vector<std::string> v;
    for (auto& e : eg.leaves()) v.push_back(type_name(e) + ":" + what(e));
    return v;
}
Coro<void> async_main() {
    try {
        co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& tg) -> Coro<void> {
            tg.create_task(inner());
            co_return;
        });
    } catch (const asyncio::ExceptionGroup& eg) {
        auto [match, rest] = eg.split<std::runtime_error>();
        print("match", leaves(*match), "rest", rest ? leaves(*rest) : std::vector<std::string>{});
        print(match->exceptions().size(), type_name(match->exceptions()[0]));
    }
}

int main() { asyncio::run(async_main()); }
