// gather(), as_completed() and run_until_complete() refuse the futures of another loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using asyncio::Coro;
using asyncio::Future;

void attempt(auto f) {
    try {
        f();
    } catch (const std::invalid_argument& e) {
        print(e.what());
    }
}

Coro<void> async_main(Future<void> g) {
    attempt([&] { (void)asyncio::as_completed(std::vector<Future<void>>{g}); });
    attempt([&] { (void)asyncio::gather(asyncio::return_exceptions, asyncio::current_task(), g); });
    co_return;
}

int main() {
    asyncio::EventLoop a, b;
    auto f = a.create_future<void>(), g = b.create_future<void>();
    attempt([&] { (void)asyncio::gather(f, g); });
    attempt([&] { a.run_until_complete(g); });
    a.run_until_complete(async_main(g));
    a.close();
    b.close();
}
