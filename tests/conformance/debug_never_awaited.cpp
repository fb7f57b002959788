// A coroutine that is dropped without being awaited is reported; a closed one is not.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<std::string> caught;
Coro<void> work() {
    print("never printed");
    co_return;
}
Coro<void> async_main() {
    asyncio::set_log_handler([](asyncio::LogLevel, std::string_view text) { caught.emplace_back(text); });
    (void)work();
    co_await asyncio::sleep(0ms);
    for (auto& w : caught)
        print(w.find("work' was never awaited") != w.npos, w.find("RuntimeWarning") != w.npos ? "RuntimeWarning" : "?");
    auto unused = work();
    unused.close();
    print("closed, reports:", caught.size());
}

int main() { asyncio::run(async_main()); }
