// cancel() of a finished, failed or cancelled task is False, changes nothing and is not counted.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> works() { co_return 1; }
Coro<int> fails() {
    throw std::invalid_argument("boom");
    co_return 0;
}
Coro<void> async_main() {
    auto a = asyncio::create_task(works()), b = asyncio::create_task(fails()), c = asyncio::create_task(works());
    c.cancel();
    co_await asyncio::wait(a, b, c);
    for (auto t : {a, b, c}) {
        bool requested = t.cancel();
        print(requested, t.cancelling(), t.cancelled());
    }
    print(a.result(), what(b.exception()));
}

int main() { asyncio::run(async_main()); }
