// A failed or cancelled child raises at its await; the iteration goes on with the others.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms, bool fails = false) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    if (fails) throw std::invalid_argument(n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{
        asyncio::create_task(child("a", 30)), asyncio::create_task(child("b", 10, true)),
        asyncio::create_task(child("c", 1000))};
    asyncio::get_running_loop().call_later(20ms, [&] { ts[2].cancel(); });
    for (auto next_one : asyncio::as_completed(ts)) {
        try {
            auto r = co_await std::move(next_one);
            print("got", r);
        } catch (const std::invalid_argument& e) {
            print("ValueError", e.what());
        } catch (const asyncio::CancelledError&) {
            print("CancelledError", asyncio::current_task().cancelling());
        }
    }
}

int main() { asyncio::run(async_main()); }
