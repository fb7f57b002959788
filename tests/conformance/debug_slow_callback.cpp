// Debug mode reports a step that blocks the loop for longer than slow_callback_duration.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

void collect(asyncio::LogLevel, std::string_view text) {
    print(std::string(text.substr(0, 9)), "names the task:", text.find("'blocker'") != text.npos, std::string(text.substr(text.size() - 7)));
}
Coro<void> blocks(std::chrono::milliseconds duration) {
    auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {}
    co_return;
}
Coro<void> async_main() {
    asyncio::set_log_handler(collect);
    auto& loop = asyncio::get_running_loop();
    loop.set_slow_callback_duration(50ms);
    co_await asyncio::create_task(blocks(100ms), {.name = "blocker"});
    co_await asyncio::create_task(blocks(0ms), {.name = "quick"});
    loop.set_slow_callback_duration(10s);
    co_await asyncio::create_task(blocks(100ms), {.name = "allowed"});
    print("end");
}

int main() { asyncio::run(async_main(), {.debug = true}); }
