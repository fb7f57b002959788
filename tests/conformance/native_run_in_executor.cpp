// run_in_executor: a blocking function in the thread pool; its result or exception comes back to the loop's thread.
#include <asyncio/asyncio.hpp>
#include <thread>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

using Answer = std::tuple<int, bool>;
const auto main_thread = std::this_thread::get_id();
Answer blocking(int n) {
    std::this_thread::sleep_for(20ms);
    if (n == 2) throw std::invalid_argument("two");
    return {n, std::this_thread::get_id() != main_thread};
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.run_in_executor(nullptr, [] { return blocking(1); });
    print("loop is free, done", f.done());
    print(co_await f);
    auto two = loop.run_in_executor(nullptr, [] { return blocking(2); });
    try { co_await two; } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    std::vector<asyncio::Future<Answer>> both;
    for (int n : {3, 4}) both.push_back(loop.run_in_executor(nullptr, [n] { return blocking(n); }));
    print(co_await asyncio::gather(both));
}

int main() { asyncio::run(async_main()); }
