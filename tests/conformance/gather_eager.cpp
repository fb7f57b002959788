// gather under the eager task factory: children that finish at once make the outer future done when gather() returns.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> quick(int n) {
    print("quick", n);
    co_return n;
}
Coro<int> fails() {
    throw std::invalid_argument("at once");
    co_return 0;
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_task_factory(asyncio::eager_task_factory);
    auto outer = asyncio::gather(quick(1), quick(2));
    print("done", outer.done());
    loop.call_soon([] { print("somebody else"); });
    auto [a, b] = co_await outer;
    print(std::vector{a, b});
    outer = asyncio::gather(quick(3), fails());
    print("done", outer.done(), type_name(outer.exception()));
}

int main() { asyncio::run(async_main()); }
