// An eager task that meets a cancelled future at its first await is cancelled when create_task returns.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(asyncio::Future<int> f) { co_await f; }
Coro<void> async_main() {
    auto f = asyncio::get_running_loop().create_future<int>();
    f.cancel();
    auto t = asyncio::create_task(work(f), {.eager_start = true});
    bool requested = t.cancel();
    print("done", t.done(), "cancelled", t.cancelled(), "cancel", requested, t.cancelling());
    try { co_await t; } catch (const asyncio::CancelledError&) { print("CancelledError"); }
}

int main() { asyncio::run(async_main()); }
