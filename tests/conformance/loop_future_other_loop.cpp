// A future belongs to its loop: awaiting one of another loop is a RuntimeError inside the task.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main(asyncio::EventLoop& other) {
    auto f = other.create_future<int>();
    print("own loop", &f.get_loop() == &asyncio::get_running_loop());
    try {
        co_await f;
    } catch (const std::runtime_error& e) {
        print("RuntimeError", std::string(e.what()).ends_with("attached to a different loop"));
    }
    f.set_result(1);
    print(co_await f);
}
int main() {
    asyncio::EventLoop other;
    asyncio::run(async_main(other));
    other.close();
}
