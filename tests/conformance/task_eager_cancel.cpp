// An eager task cancelled right after creation is at its first await, so its cleanup runs; a scheduled one never starts.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work(std::string n) {
    print(n, "starts");
    std::exception_ptr error;
    try { co_await asyncio::sleep(10s); } catch (...) { error = std::current_exception(); }
    print(n, "cleans up");
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    auto e = asyncio::create_task(work("eager"), {.eager_start = true});
    auto s = asyncio::create_task(work("scheduled"));
    e.cancel();
    s.cancel();
    co_await asyncio::wait(e, s);
    print(e.cancelled(), s.cancelled());
}

int main() { asyncio::run(async_main()); }
