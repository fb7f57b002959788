// Only one coroutine may wait for data at a time; a cancelled reader loses nothing.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> reader(std::string n, asyncio::StreamReader& r) {
    try {
        auto line = co_await r.readline();
        line.pop_back();
        print(n, line);
    } catch (const std::runtime_error& e) {
        print(n, "RuntimeError:", e.what());
    } catch (const asyncio::CancelledError&) {
        print(n, "cancelled");
        throw;
    }
}
Coro<void> async_main() {
    asyncio::StreamReader r;
    auto a = asyncio::create_task(reader("a", r));
    co_await asyncio::sleep(0ms);
    co_await reader("b", r);
    r.feed_data("half a ");
    co_await asyncio::sleep(10ms);
    a.cancel();
    std::vector waited{a};
    co_await asyncio::wait(waited);
    r.feed_data("line\n");
    co_await reader("c", r);
}

int main() { asyncio::run(async_main()); }
