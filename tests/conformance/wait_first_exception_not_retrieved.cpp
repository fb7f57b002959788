// wait(FIRST_EXCEPTION) has looked at the error that ended it, but not at that of the last one.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails(asyncio::Duration delay) {
    co_await asyncio::sleep(delay);
    throw std::runtime_error("lost");
}

Coro<void> wait_for(std::vector<asyncio::Task<void>> tasks) {
    asyncio::WaitOptions options;
    options.return_when = asyncio::FIRST_EXCEPTION;
    auto result = co_await asyncio::wait(std::move(tasks), options);
    print(result.done.size(), result.pending.size());
}

Coro<void> async_main() {
    asyncio::get_running_loop().set_exception_handler(
        [](asyncio::EventLoop&, const asyncio::ExceptionContext& c) { print(c.message); });
    std::vector<asyncio::Task<void>> one{asyncio::create_task(fails(1s))};
    co_await wait_for(std::move(one));
    print("of two");
    auto sleeper = asyncio::create_task(asyncio::sleep(5s));
    std::vector<asyncio::Task<void>> two{asyncio::create_task(fails(1s)), sleeper};
    co_await wait_for(std::move(two));
    print("end");
}

int main() { asyncio::run(async_main()); }
