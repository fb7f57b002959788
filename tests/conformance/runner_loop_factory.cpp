// loop_factory makes the loop, once, at the first use.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::unique_ptr<asyncio::EventLoop> factory() {
    print("factory called");
    return std::make_unique<asyncio::EventLoop>();
}
Coro<std::string> async_main() {
    co_await asyncio::sleep(10ms);
    co_return "value";
}

int main() {
    asyncio::Runner runner({.loop_factory = factory});
    print("created");
    auto value = runner.run(async_main());
    print(value, runner.get_loop().is_running());
    print(runner.run(async_main()));
    runner.close();
    print(asyncio::run(async_main(), {.loop_factory = factory}));
}
