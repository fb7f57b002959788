// Cancelling the one who iterates leaves the tasks alone.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    co_return n;
}
using Tasks = std::vector<asyncio::Task<std::string>>;
Coro<void> iterate(Tasks ts) {
    for (auto next_one : asyncio::as_completed(ts)) {
        auto r = co_await std::move(next_one);
        print("got", r);
    }
}
Coro<void> async_main() {
    Tasks ts{asyncio::create_task(child("a", 10)), asyncio::create_task(child("b", 40))};
    auto i = asyncio::create_task(iterate(ts));
    co_await asyncio::sleep(20ms);
    i.cancel();
    co_await asyncio::wait(i);
    print("cancelled", i.cancelled(), std::vector<bool>{ts[0].done(), ts[1].done()});
    co_await asyncio::wait(ts);
    print(std::vector<bool>{ts[0].cancelled(), ts[1].cancelled()});
}

int main() { asyncio::run(async_main()); }
