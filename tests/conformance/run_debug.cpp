// run(debug=True) and set_debug() switch the debug mode of the loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    print("debug", loop.get_debug(), "running", loop.is_running(), "closed", loop.is_closed());
    loop.set_debug(false);
    print("debug", loop.get_debug());
    co_return;
}

int main() {
    asyncio::run(async_main(), {.debug = true});
    asyncio::run(async_main(), {.debug = false});
}
