// run_coroutine_threadsafe: another thread submits coroutines to the loop and waits for their results and exceptions.
#include <asyncio/asyncio.hpp>
#include <thread>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(int n) {
    co_await asyncio::sleep(10ms);
    if (n == 2) throw std::invalid_argument("two");
    co_return n * 10;
}
void other_thread(asyncio::EventLoop& loop, asyncio::Future<void>& f, std::vector<std::string>& out) {
    for (int n = 1; n < 4; ++n) {
        try {
            out.push_back(std::to_string(asyncio::run_coroutine_threadsafe(work(n), loop).get()));
        } catch (const std::invalid_argument& e) {
            out.push_back(std::string("ValueError ") + e.what());
        }
    }
    loop.call_soon_threadsafe([&] { f.set_result(); });
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<void>();
    std::vector<std::string> out;
    std::thread thread([&] { other_thread(loop, f, out); });
    co_await f;
    thread.join();
    print(out);
}

int main() { asyncio::run(async_main()); }
