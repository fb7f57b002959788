// Debounce: each new event cancels the pending action; only the last one of a burst acts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Debounce {
    std::optional<asyncio::Task<void>> task;
    void trigger(int value) {
        if (task) task->cancel();
        task = asyncio::create_task(act(value));
    }
    static Coro<void> act(int value) {
        co_await asyncio::sleep(20ms);
        print("acts on", value);
    }
};
Coro<void> async_main() {
    Debounce d;
    for (int value : {1, 2, 3}) {
        d.trigger(value);
        co_await asyncio::sleep(0ms);
    }
    co_await asyncio::sleep(50ms);
    d.trigger(4);
    co_await *d.task;
}

int main() { asyncio::run(async_main()); }
