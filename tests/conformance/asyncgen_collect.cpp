// An async comprehension takes all items; early return ends the generator.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int> gen(int limit) {
    for (int i = 0; i < 10; ++i) {
        if (i == limit) {
            print("enough");
            co_return;
        }
        co_yield i;
        co_await asyncio::sleep(0ms);
    }
}
Coro<void> async_main() {
    print(co_await asyncio::collect(gen(3)));
    print(co_await asyncio::collect(gen(0)));
}

int main() { asyncio::run(async_main()); }
