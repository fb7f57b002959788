// asend(v): v is the value of the yield; athrow(e): e is raised at the yield, which may answer with the next item.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::AsyncGenerator<int, int> adder() {
    int total = 0;
    for (;;) {
        try {
            int x = co_yield total;
            co_await asyncio::sleep(0ms);
            total += x;
        } catch (const std::invalid_argument& e) {
            print("generator sees", e.what());
            total = -1;
        }
    }
}
Coro<void> async_main() {
    auto g = adder();
    print(*co_await g.next());
    print(*co_await g.asend(10));
    print(*co_await g.asend(5));
    print(*co_await g.athrow(std::make_exception_ptr(std::invalid_argument("reset"))));
    print(*co_await g.asend(3));
    try {
        co_await g.athrow(std::make_exception_ptr(std::out_of_range("unhandled")));
    } catch (const std::out_of_range& e) {
        print("KeyError", e.what());
    }
    auto end = co_await g.next();
    print(end ? "an item" : "exhausted");
}

int main() { asyncio::run(async_main()); }
