// A callback-style source turned awaitable: a timer resolves the future; the waiter resumes one iteration later.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<std::string>();
    f.add_done_callback([](const asyncio::Future<std::string>& f) { print("callback", f.result()); });
    loop.call_later(10ms, [&] {
        print("ring");
        f.set_result("answer");
        loop.call_soon([] { print("after ring"); });
    });
    print(co_await f);
}

int main() { asyncio::run(async_main()); }
