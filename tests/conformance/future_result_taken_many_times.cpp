// result() may be read any number of times and gives the same object.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<std::vector<int>>();
    f.set_result({1, 2, 3});
    auto a = co_await f;
    auto b = f.result();
    auto c = co_await f;
    print(a, b, f.result() == c);
    print(f.done(), f.cancelled(), what(f.exception()));
}

int main() { asyncio::run(async_main()); }
