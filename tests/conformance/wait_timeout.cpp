// The timeout raises nothing and cancels nothing: what is not done is in pending.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    co_return n;
}
Coro<void> async_main() {
    auto a = asyncio::create_task(child("a", 10)), b = asyncio::create_task(child("b", 40));
    std::vector both{a, b};
    auto r = co_await asyncio::wait(both, {.timeout = 20ms});
    print(r.done == std::vector{a}, r.pending == std::vector{b}, b.cancelling());
    print(co_await b);
    auto s = co_await asyncio::wait(both, {.timeout = 20ms});
    print(s.done.size(), s.pending.size());
}

int main() { asyncio::run(async_main()); }
