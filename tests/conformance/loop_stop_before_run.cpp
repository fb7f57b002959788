// stop() before run_forever(): exactly one iteration, timers that are due included, no waiting.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int main() {
    asyncio::EventLoop loop;
    loop.stop();
    loop.call_soon([&] { loop.call_soon([] { print("second iteration"); }); });
    loop.call_soon([] { print("first iteration"); });
    loop.call_later(0ms, [] { print("due timer"); });
    loop.call_later(20ms, [] { print("later timer"); });
    loop.run_forever();
    print("stopped");
    loop.call_later(30ms, [&] { loop.stop(); });
    loop.run_forever();
    loop.close();
}
