// FIRST_EXCEPTION without any failure is ALL_COMPLETED; cancelled children count as completed.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> child(int ms) { co_await asyncio::sleep(std::chrono::milliseconds(ms)); }
Coro<void> async_main() {
    std::vector<asyncio::Task<void>> ts;
    for (int ms : {10, 20, 1000}) ts.push_back(asyncio::create_task(child(ms)));
    asyncio::get_running_loop().call_later(30ms, [&] { ts[2].cancel(); });
    auto r = co_await asyncio::wait(ts, {.return_when = asyncio::FIRST_EXCEPTION});
    print(r.done.size(), r.pending.size(), std::vector<bool>{ts[0].cancelled(), ts[1].cancelled(), ts[2].cancelled()});
}

int main() { asyncio::run(async_main()); }
