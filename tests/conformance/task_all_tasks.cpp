// all_tasks(): every unfinished task of the loop, the caller included; RuntimeError without a running loop.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<std::string> names() {
    std::vector<std::string> v;
    for (auto& t : asyncio::all_tasks()) v.push_back(t.get_name());
    std::sort(v.begin(), v.end());
    return v;
}
Coro<void> work(int ms) { co_await asyncio::sleep(std::chrono::milliseconds(ms)); }
Coro<void> async_main() {
    asyncio::current_task().set_name("main");
    asyncio::create_task(work(10)).set_name("a");
    auto b = asyncio::create_task(work(1000), {.name = "b"});
    print(names());
    co_await asyncio::sleep(20ms);
    print(names());
    b.cancel();
    print(names());
    co_await asyncio::wait(b);
    print(names());
}
int main() {
    asyncio::run(async_main());
    try {
        (void)asyncio::all_tasks();
    } catch (const std::runtime_error& e) {
        print("RuntimeError:", e.what());
    }
}
