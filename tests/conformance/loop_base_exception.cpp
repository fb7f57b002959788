// KeyboardInterrupt in a callback passes through run_forever at once; the loop can be run on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int main() {
    asyncio::EventLoop loop;
    loop.call_soon([] {
        print("interrupt");
        throw asyncio::KeyboardInterrupt("stop it");
    });
    loop.call_later(10ms, [] { print("timer"); });
    loop.call_later(20ms, [&] { loop.stop(); });
    try { loop.run_forever(); } catch (const asyncio::KeyboardInterrupt& e) { print("KeyboardInterrupt", e.what()); }
    print("running", loop.is_running(), "closed", loop.is_closed());
    loop.run_forever();
    loop.close();
}
