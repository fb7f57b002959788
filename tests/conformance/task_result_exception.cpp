// result() and exception() of a pending, finished, failed and cancelled task.
#include <asyncio/asyncio.hpp>
#include <functional>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

void show(std::string when, const asyncio::Task<int>& t) {
    std::vector<std::function<std::string()>> methods{
        [&] { return std::to_string(t.result()); }, [&] { return what(t.exception()); }};
    for (auto& method : methods) {
        try {
            print(when, method());
        } catch (const asyncio::InvalidStateError& e) {
            print(when, "InvalidStateError:", e.what());
        } catch (const asyncio::CancelledError&) {
            print(when, "CancelledError");
        } catch (const std::invalid_argument& e) {
            print(when, "ValueError", e.what());
        }
    }
}
Coro<int> work(bool fails) {
    co_await asyncio::sleep(0ms);
    if (fails) throw std::invalid_argument("boom");
    co_return 5;
}
Coro<void> async_main() {
    auto a = asyncio::create_task(work(false)), b = asyncio::create_task(work(true)), c = asyncio::create_task(work(false));
    show("pending", a);
    co_await asyncio::sleep(0ms);
    c.cancel("enough");
    show("requested", c);
    co_await asyncio::wait(a, b, c);
    show("finished", a);
    show("failed", b);
    show("cancelled", c);
}

int main() { asyncio::run(async_main()); }
