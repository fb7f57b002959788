// stop() is read after the iteration: its other callbacks still run, what they schedule waits for the next run.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int main() {
    asyncio::EventLoop loop;
    loop.call_soon([&] {
        print("stop");
        loop.stop();
        loop.call_soon([] { print("next run 1"); });
    });
    loop.call_soon([] { print("same iteration"); });
    loop.call_soon([&] { loop.call_soon([] { print("next run 2"); }); });
    loop.run_forever();
    print("stopped");
    loop.call_soon([&] { loop.stop(); });
    loop.run_forever();
    print("stopped again");
    loop.close();
}
