// A deadline on one item: the cancellation enters the generator, which may swallow it and go on yielding.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<std::string> gen() {
    for (int ms : {0, 10000, 0}) {
        bool interrupted = false;
        try {
            co_await asyncio::sleep(std::chrono::milliseconds(ms));
            co_yield "after " + std::to_string(ms);
        } catch (const asyncio::CancelledError&) {
            print("generator interrupted");
            interrupted = true;
        }
        if (interrupted) co_yield "interrupted";
    }
}
Coro<void> async_main() {
    auto g = gen();
    for (int i = 0; i < 3; ++i) print(*co_await asyncio::wait_for(g.next(), 10ms));
    auto end = co_await g.next();
    print(end ? *end : "end");
}

int main() { asyncio::run(async_main()); }
