// remove_done_callback says how many it removed; a removed one is not called, the others keep their order.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<void>();
    f.add_done_callback([](const asyncio::Future<void>&) { print("one"); });
    auto two = f.add_done_callback([](const asyncio::Future<void>&) { print("two"); });
    auto three = f.add_done_callback([](const asyncio::Future<void>&) { print("three"); });
    print("removed", f.remove_done_callback(two));
    print("removed", f.remove_done_callback(two));
    f.set_result();
    print("after set_result", f.remove_done_callback(three));
    co_await asyncio::sleep(0ms);
    print("end");
}

int main() { asyncio::run(async_main()); }
