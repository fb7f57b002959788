// shutdown_asyncgens and shutdown_default_executor have nothing to do on a fresh loop and may be called again.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    co_await loop.shutdown_asyncgens();
    print("no generators");
    co_await loop.shutdown_default_executor();
    print("no executor");
    co_await asyncio::sleep(10ms);
    print("the loop goes on");
}

int main() { asyncio::run(async_main()); }
