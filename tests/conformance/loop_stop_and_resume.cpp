// stop() ends run_forever after the iteration; what is scheduled stays for the next run; a closed loop refuses everything.
#include <asyncio/asyncio.hpp>
#include <functional>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

int main() {
    asyncio::EventLoop loop;
    loop.call_soon([] { print("one"); });
    loop.call_later(20ms, [] { print("timer of the first run"); });
    loop.call_later(10ms, [&] { loop.stop(); });
    loop.run_forever();
    print("stopped, running", loop.is_running(), "closed", loop.is_closed());
    loop.call_later(30ms, [&] { loop.stop(); });
    loop.run_forever();
    print("stopped again");
    loop.close();
    print("closed", loop.is_closed());
    std::vector<std::function<void()>> calls{
        [&] { loop.call_soon([] {}); }, [&] { loop.call_later(1s, [] {}); }, [&] { loop.run_forever(); }};
    for (auto& call : calls) {
        try { call(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    }
    loop.close();
}
