// put_nowait() and get_nowait() never wait: QueueFull and QueueEmpty; qsize, full and empty tell the state.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::Queue<std::string> q(2);
    print("empty", q.empty(), "full", q.full(), "size", q.qsize());
    q.put_nowait("a");
    q.put_nowait("b");
    print("empty", q.empty(), "full", q.full(), "size", q.qsize());
    try { q.put_nowait("c"); } catch (const asyncio::QueueFull&) { print("QueueFull"); }
    auto first = q.get_nowait();
    print(first, q.get_nowait() == "b");
    try { q.get_nowait(); } catch (const asyncio::QueueEmpty&) { print("QueueEmpty"); }
    asyncio::Queue<int> unbounded;
    for (int i = 0; i < 1000; ++i) unbounded.put_nowait(i);
    print("maxsize", unbounded.maxsize(), "full", unbounded.full(), "size", unbounded.qsize());
    co_return;
}

int main() { asyncio::run(async_main()); }
