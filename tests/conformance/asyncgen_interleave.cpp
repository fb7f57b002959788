// Two consumers of two generators interleave; two of one generator share its items when they take turns.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<std::string> gen(std::string n) {
    for (int i = 0; i < 3; ++i) {
        co_await asyncio::sleep(0ms);
        co_yield n + std::to_string(i);
    }
}
Coro<void> consume(std::string who, asyncio::AsyncGenerator<std::string> g) {
    while (auto x = co_await g.next()) print(who, "got", *x);
}
Coro<void> async_main() {
    co_await asyncio::gather(consume("a", gen("x")), consume("b", gen("y")));
    auto shared = gen("z");
    auto x = co_await shared.next();
    auto y = co_await shared.next();
    auto z = co_await shared.next();
    auto end = co_await shared.next();
    print(*x, *y, *z, end ? *end : "end");
}

int main() { asyncio::run(async_main()); }
