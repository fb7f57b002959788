// The first exception comes out at once; the other children go on; later exceptions are lost silently.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms, bool fails) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    if (fails) throw std::invalid_argument(n);
    co_return n;
}
Coro<void> async_main() {
    asyncio::get_running_loop().set_exception_handler(
        [](asyncio::EventLoop&, const asyncio::ExceptionContext& context) { print("reported", context.message); });
    try {
        co_await asyncio::gather(child("a", 30, false), child("b", 10, true), child("c", 20, true));
    } catch (const std::invalid_argument& e) {
        print("ValueError", e.what());
    }
    co_await asyncio::sleep(50ms);
    print("nothing was reported");
}

int main() { asyncio::run(async_main()); }
