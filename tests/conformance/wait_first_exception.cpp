// FIRST_EXCEPTION: returns at the first failure, but not for a cancelled child.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(std::string n, int ms, bool fails = false) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    if (fails) throw std::invalid_argument(n);
}
Coro<void> async_main() {
    std::vector ts{asyncio::create_task(child("a", 10)), asyncio::create_task(child("b", 1000)),
                   asyncio::create_task(child("c", 30, true)), asyncio::create_task(child("d", 50))};
    co_await asyncio::sleep(0ms);
    ts[1].cancel();
    auto r = co_await asyncio::wait(ts, {.return_when = asyncio::FIRST_EXCEPTION});
    std::vector<bool> in;
    for (auto& t : ts) in.push_back(std::find(r.done.begin(), r.done.end(), t) != r.done.end());
    print(in, r.pending == std::vector{ts[3]});
    print(ts[1].cancelled(), what(ts[2].exception()));
    std::vector rest{ts[0], ts[3]};
    auto s = co_await asyncio::wait(rest, {.return_when = asyncio::FIRST_EXCEPTION});
    print(s.done.size(), s.pending.size());
}

int main() { asyncio::run(async_main()); }
