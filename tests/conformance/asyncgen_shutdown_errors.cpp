// What generators fail with as the end of run() closes them is reported when all are closed.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using asyncio::Coro;

std::vector<asyncio::AsyncGenerator<int>> kept;

asyncio::AsyncGenerator<int> gen() {
    try {
        co_yield 1;
    } catch (const asyncio::GeneratorExit&) {
        print("cleanup");
        throw std::invalid_argument("bad cleanup");
    }
}
Coro<void> async_main() {
    auto& loop = asyncio::get_running_loop();
    loop.set_exception_handler([](asyncio::EventLoop&, const asyncio::ExceptionContext& context) {
        try {
            std::rethrow_exception(context.exception);
        } catch (const std::invalid_argument& e) {
            print("report", e.what());
        }
    });
    for (int i = 0; i < 2; ++i) {
        kept.push_back(gen());
        co_await kept.back().next();
    }
}

int main() { asyncio::run(async_main()); }
