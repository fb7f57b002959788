// A running loop cannot be run again nor closed, and no other loop can be run meanwhile.
#include <asyncio/asyncio.hpp>
#include <functional>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    asyncio::EventLoop other;
    std::vector<std::function<void()>> calls{
        [&] { loop.run_forever(); }, [&] { loop.close(); }, [&] { other.run_forever(); }};
    for (auto& call : calls) {
        try { call(); } catch (const std::runtime_error& e) { print("RuntimeError:", e.what()); }
    }
    other.close();
    print("running", loop.is_running(), "closed", loop.is_closed(), other.is_closed());
    co_return;
}

int main() { asyncio::run(async_main()); }
