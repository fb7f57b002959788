// The outer future may be awaited by several tasks; an exception comes out at each.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> child(bool fails) {
    co_await asyncio::sleep(10ms);
    if (fails) throw std::invalid_argument("boom");
    co_return 1;
}
Coro<void> awaiter(std::string n, asyncio::Future<std::tuple<int, int>> outer) {
    try {
        auto [a, b] = co_await outer;
        print(n, std::vector{a, b});
    } catch (const std::invalid_argument& e) {
        print(n, "ValueError", e.what());
    }
}
Coro<void> async_main() {
    for (bool fails : {false, true}) {
        auto outer = asyncio::gather(child(false), child(fails));
        co_await asyncio::gather(awaiter("a", outer), awaiter("b", outer));
    }
}

int main() { asyncio::run(async_main()); }
