// A task that awaits itself gets a RuntimeError, in the next iteration; it may catch it and go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> narcissus(std::vector<asyncio::Task<std::string>>& box) {
    asyncio::get_running_loop().call_soon([] { print("one iteration between"); });
    try {
        co_await box[0];
    } catch (const std::runtime_error& e) {
        print(std::string(e.what()).substr(0, 27));
    }
    co_return "recovered";
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> box;
    box.push_back(asyncio::create_task(narcissus(box)));
    print(co_await box[0]);
    box.clear();
}

int main() { asyncio::run(async_main()); }
