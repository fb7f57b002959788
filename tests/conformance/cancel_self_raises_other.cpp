// A task that requested its own cancellation and then fails is failed, not cancelled.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> work() {
    asyncio::current_task().cancel();
    throw std::invalid_argument("I fail first");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::wait(t);
    print("cancelled", t.cancelled(), type_name(t.exception()), what(t.exception()), "cancelling", t.cancelling());
}

int main() { asyncio::run(async_main()); }
