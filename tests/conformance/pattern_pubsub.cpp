// Publish and subscribe: each subscriber has a queue of its own; one that leaves gets nothing more.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
#include <map>
using namespace std::chrono_literals;
using asyncio::Coro;

std::map<std::string, asyncio::Queue<std::string>*> subscribers;
Coro<void> subscriber(std::string n, int count) {
    asyncio::Queue<std::string> q;
    subscribers[n] = &q;
    for (int i = 0; i < count; ++i) {
        auto message = co_await q.get();
        print(n, "got", message);
    }
    subscribers.erase(n);
    print(n, "left");
}
Coro<void> publish(std::string message) {
    for (auto& [n, q] : subscribers) q->put_nowait(message);
    co_await asyncio::sleep(10ms);
}
Coro<void> async_main() {
    auto a = asyncio::create_task(subscriber("a", 1)), b = asyncio::create_task(subscriber("b", 3));
    co_await asyncio::sleep(0ms);
    for (auto message : {"one", "two", "three"}) co_await publish(message);
    co_await asyncio::gather(a, b);
    print("subscribers", subscribers.size());
}

int main() { asyncio::run(async_main()); }
