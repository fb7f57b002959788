// run_until_complete raises what the coroutine raised; the loop is fine afterwards.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> fails() {
    co_await asyncio::sleep(10ms);
    throw std::invalid_argument("boom");
}
Coro<std::string> works() {
    co_await asyncio::sleep(10ms);
    co_return "fine";
}
Coro<void> cancels() {
    throw asyncio::CancelledError("by hand");
    co_return;
}
int main() {
    asyncio::EventLoop loop;
    try { loop.run_until_complete(fails()); } catch (const std::invalid_argument& e) { print("ValueError", e.what()); }
    try { loop.run_until_complete(cancels()); } catch (const asyncio::CancelledError& e) { print("CancelledError", args(e)); }
    print(loop.run_until_complete(works()));
    loop.close();
}
