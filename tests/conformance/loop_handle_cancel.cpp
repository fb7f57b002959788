// A handle cancelled before its turn is skipped, also when an earlier callback of the same iteration does it.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    std::vector<asyncio::Handle> handles;
    loop.call_soon([&] {
        print("canceller");
        handles[0].cancel();
    });
    handles.push_back(loop.call_soon([] { print("never 1"); }));
    auto h = loop.call_soon([] { print("never 2"); });
    loop.call_soon([] { print("last"); });
    print("before", h.cancelled(), handles[0].cancelled());
    h.cancel();
    h.cancel();
    print("after", h.cancelled(), handles[0].cancelled());
    co_await asyncio::sleep(0ms);
    print("end", h.cancelled(), handles[0].cancelled());
}

int main() { asyncio::run(async_main()); }
