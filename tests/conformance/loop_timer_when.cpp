// call_at keeps the deadline it was given; call_later adds to the loop's time; time() does not go back.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto before = loop.time();
    auto at = before + 80ms;
    auto h1 = loop.call_at(at, [] { print("at"); });
    auto h2 = loop.call_later(10ms, [] { print("later"); });
    print(h1.when() == at, h2.when() >= before + 10ms, h2.when() < before + 5s);
    co_await asyncio::sleep(100ms);
    print("elapsed", loop.time() - before >= 100ms);
    print(h1.when() == at, h1.when() > h2.when());
}

int main() { asyncio::run(async_main()); }
