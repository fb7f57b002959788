// KeyboardInterrupt leaves the loop in the very step that raised it, and is stored in the task as well.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child() {
    co_await asyncio::sleep(0ms);
    throw asyncio::KeyboardInterrupt("stored too");
}
int main() {
    asyncio::EventLoop loop;
    auto t = loop.create_task(child());
    loop.call_later(20ms, [] { print("timer of later"); });
    try { loop.run_forever(); } catch (const asyncio::KeyboardInterrupt& e) { print("raised", e.what()); }
    bool same = false;
    try {
        std::rethrow_exception(t.exception());
    } catch (const asyncio::KeyboardInterrupt&) {
        same = true;
    }
    print("done", t.done(), same ? "KeyboardInterrupt" : "?", what(t.exception()));
    loop.run_until_complete(asyncio::sleep(30ms));
    loop.close();
}
