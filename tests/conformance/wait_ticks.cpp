// wait() resumes two iterations after the last child's future was resolved; a late child of the same iteration counts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> child(asyncio::Future<int> f) { co_return co_await f; }
Coro<int> parent(asyncio::Task<int> t) {
    auto r = co_await asyncio::wait(t);
    co_return static_cast<int>(r.done.size());
}
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    auto t = asyncio::create_task(child(f));
    auto p = asyncio::create_task(parent(t));
    co_await asyncio::sleep(0ms);
    f.set_result(1);
    for (int i = 0; i < 5; ++i) {
        print(i, t.done(), p.done());
        co_await asyncio::sleep(0ms);
    }
    print(p.result());
}

int main() { asyncio::run(async_main()); }
