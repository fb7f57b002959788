// Between two awaits nobody else runs; a read and a write on both sides of an await are a race.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int counter = 0;
Coro<void> safe() {
    for (int i = 0; i < 3; ++i) {
        int x = counter;
        counter = x + 1;
        co_await asyncio::sleep(0ms);
    }
}
Coro<void> racy() {
    for (int i = 0; i < 3; ++i) {
        int x = counter;
        co_await asyncio::sleep(0ms);
        counter = x + 1;
    }
}
Coro<void> async_main() {
    co_await asyncio::gather(safe(), safe(), safe());
    print("safe", counter);
    counter = 0;
    co_await asyncio::gather(racy(), racy(), racy());
    print("racy", counter);
}

int main() { asyncio::run(async_main()); }
