// A handler that raises is reported itself, to the default handler (stderr); the loop survives.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    std::vector<std::string> calls;
    loop.set_exception_handler([&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        calls.push_back(what(context.exception));
        throw std::runtime_error("in the handler");
    });
    loop.call_soon([] { throw std::invalid_argument("one"); });
    loop.call_soon([] { throw std::invalid_argument("two"); });
    co_await asyncio::sleep(0ms);
    print(calls);
    co_await asyncio::sleep(10ms);
    print("alive");
}

int main() { asyncio::run(async_main()); }
