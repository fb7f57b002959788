// Another BaseException of a task is stored like an Exception: only KeyboardInterrupt and SystemExit leave the loop.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

struct Abort : asyncio::BaseException {
    using asyncio::BaseException::BaseException;
};
Coro<void> fails() {
    throw Abort("own kind");
    co_return;
}
Coro<void> async_main() {
    auto t = asyncio::create_task(fails());
    try {
        co_await t;
    } catch (const std::exception&) {
        print("not an Exception");
    } catch (const Abort& e) {
        print("Abort", e.what());
    }
    print("done", t.done(), "cancelled", t.cancelled());
}

int main() { asyncio::run(async_main()); }
