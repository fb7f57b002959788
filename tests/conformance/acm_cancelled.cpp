// Cancelled inside the block: the exit runs and may await; the cancellation goes on afterwards.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Resource {
    Coro<void> aenter() {
        print("open");
        co_return;
    }
    Coro<bool> aexit(std::exception_ptr e) {
        print("closing because of", type_name(e));
        co_await asyncio::sleep(10ms);
        print("closed");
        co_return false;
    }
};
Coro<void> work() {
    Resource resource;
    co_await asyncio::with(resource, []() -> Coro<void> { co_await asyncio::sleep(10s); });
}
Coro<void> async_main() {
    auto t = asyncio::create_task(work());
    co_await asyncio::sleep(10ms);
    t.cancel();
    std::vector waited{t};
    co_await asyncio::wait(waited);
    print("cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
