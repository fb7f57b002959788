// close() cancels what the runs left behind and closes the loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

asyncio::Task<void> t;
Coro<void> background() {
    std::exception_ptr err;
    try { co_await asyncio::sleep(10s); } catch (...) { err = std::current_exception(); }
    co_await asyncio::sleep(10ms);
    print("background cleaned up");
    if (err) std::rethrow_exception(err);
}
Coro<void> async_main() {
    t = asyncio::create_task(background());
    co_await asyncio::sleep(10ms);
}

int main() {
    asyncio::Runner runner;
    runner.run(async_main());
    auto& loop = runner.get_loop();
    print("between: done", t.done(), "closed", loop.is_closed());
    runner.close();
    print("after: cancelled", t.cancelled());
}
