// return_exceptions=True: all are waited for; exceptions and cancellations are results in their places.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> child(int n) {
    co_await asyncio::sleep(std::chrono::milliseconds(10 * n));
    if (n == 2) throw std::invalid_argument("two");
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<int>> ts;
    for (int n = 0; n < 4; ++n) ts.push_back(asyncio::create_task(child(n)));
    co_await asyncio::sleep(0ms);
    ts[3].cancel();
    auto rs = co_await asyncio::gather(asyncio::return_exceptions, ts);
    for (auto& r : rs) {
        if (r.exception()) print(type_name(r.exception()), what(r.exception()));
        else print("value", r.value());
    }
}

int main() { asyncio::run(async_main()); }
