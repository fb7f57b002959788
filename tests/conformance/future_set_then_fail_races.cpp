// Of two callbacks that resolve one future the first wins; the second gets the InvalidStateError.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    auto f = loop.create_future<std::string>();
    std::vector<std::string> errors;
    loop.set_exception_handler([&](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        try {
            std::rethrow_exception(context.exception);
        } catch (const asyncio::InvalidStateError&) {
            errors.push_back("InvalidStateError");
        }
    });
    loop.call_soon([&] { f.set_result("first"); });
    loop.call_soon([&] { f.set_result("second"); });
    loop.call_soon([&] { if (!f.done()) f.set_result("third"); });
    auto x = co_await f;
    print(x, errors);
    co_await asyncio::sleep(0ms);
    print(f.result(), errors);
}

int main() { asyncio::run(async_main()); }
