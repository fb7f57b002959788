// A block that ends in time: its value is kept, nothing expires, and the timer is gone.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> work() {
    auto cm = asyncio::timeout(30ms);
    auto value = co_await asyncio::with(cm, []() -> Coro<std::string> {
        co_await asyncio::sleep(10ms);
        co_return "value";
    });
    print("expired", cm.expired());
    co_await asyncio::sleep(50ms);
    print("long after the deadline: expired", cm.expired());
    co_return value;
}
Coro<void> async_main() {
    print(co_await work());
    print("cancelling", asyncio::current_task().cancelling());
}

int main() { asyncio::run(async_main()); }
