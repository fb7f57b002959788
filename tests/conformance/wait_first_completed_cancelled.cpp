// A cancelled child completes FIRST_COMPLETED too, in the iteration in which its cleanup ends.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(int cleanup_ms) {
    std::exception_ptr error;
    try { co_await asyncio::sleep(10s); } catch (...) { error = std::current_exception(); }
    co_await asyncio::sleep(std::chrono::milliseconds(cleanup_ms));
    if (error) std::rethrow_exception(error);
}
Coro<void> async_main() {
    std::vector<asyncio::Task<void>> ts;
    for (int ms : {30, 10}) ts.push_back(asyncio::create_task(child(ms)));
    co_await asyncio::sleep(0ms);
    for (auto& t : ts) t.cancel();
    auto r = co_await asyncio::wait(ts, {.return_when = asyncio::FIRST_COMPLETED});
    auto done = [&](auto& t) { return std::find(r.done.begin(), r.done.end(), t) != r.done.end(); };
    print(std::vector<bool>{done(ts[0]), done(ts[1])}, std::vector<bool>{ts[0].cancelled(), ts[1].cancelled()});
    co_await asyncio::wait(ts);
    print(std::vector<bool>{ts[0].cancelled(), ts[1].cancelled()});
}

int main() { asyncio::run(async_main()); }
