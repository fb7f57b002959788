// as_completed of nothing: no iteration at all, in both forms.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    int n = 0;
    std::vector<asyncio::Task<int>> none;
    for (auto next_one : asyncio::as_completed(none)) ++n;
    auto it = asyncio::as_completed(none);
    while (auto t = co_await it.next()) ++n;
    print("iterations", n);
}

int main() { asyncio::run(async_main()); }
