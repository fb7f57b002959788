// SystemExit in a callback or a task ends run(): what is left is cancelled first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> other() {
    struct Finally { ~Finally() { print("other cleaned up"); } } finally;
    co_await asyncio::sleep(10s);
}
void leave() {
    print("leaving");
    throw asyncio::SystemExit(3);
}
Coro<void> async_main() {
    auto o = asyncio::create_task(other());
    co_await asyncio::sleep(10ms);
    asyncio::get_running_loop().call_soon(leave);
    co_await asyncio::sleep(10s);
    print("never");
}

int main() {
    try {
        asyncio::run(async_main());
    } catch (const asyncio::SystemExit& e) {
        print("SystemExit", e.code());
    }
}
