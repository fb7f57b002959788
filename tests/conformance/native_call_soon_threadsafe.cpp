// call_soon_threadsafe from another thread wakes the loop at once, although its next timer is far away.
#include <asyncio/asyncio.hpp>
#include <thread>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<std::string>();
    auto far = loop.call_later(1h, [] { print("never"); });
    auto start = loop.time();
    std::thread thread([&] {
        for (int n = 0; n < 3; ++n) loop.call_soon_threadsafe([n] { print("from the thread", n); });
        loop.call_soon_threadsafe([&] { f.set_result("done"); });
    });
    print(co_await f);
    thread.join();
    far.cancel();
    print("quick", loop.time() - start < 60s);
}

int main() { asyncio::run(async_main()); }
