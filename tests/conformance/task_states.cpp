// done(), cancelled(), cancelling() and the name of a task at each moment of its life.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

void show(std::string when, const asyncio::Task<std::string>& t) { print(when, t.done(), t.cancelled(), t.cancelling()); }
Coro<std::string> work(std::string t_end) {
    co_await asyncio::sleep(10ms);
    if (t_end == "fails") throw std::invalid_argument("");
    co_return t_end;
}
Coro<void> async_main() {
    for (std::string end : {"returns", "fails", "is cancelled"}) {
        auto t = asyncio::create_task(work(end));
        show("created", t);
        co_await asyncio::sleep(0ms);
        show("suspended", t);
        if (end == "is cancelled") {
            t.cancel();
            show("requested", t);
        }
        co_await asyncio::wait(t);
        show(end, t);
        if (end == "fails") (void)t.exception();
    }
}

int main() { asyncio::run(async_main()); }
