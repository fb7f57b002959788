// Async iteration with a timeout: one TimeoutError out of the loop; the tasks go on.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<std::string> child(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("end", n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<asyncio::Task<std::string>> ts{asyncio::create_task(child("a", 10)), asyncio::create_task(child("b", 40))};
    try {
        auto it = asyncio::as_completed(ts, {.timeout = 20ms});
        while (auto t = co_await it.next()) print("got", t->result());
    } catch (const asyncio::TimeoutError&) {
        print("TimeoutError");
    }
    co_await asyncio::wait(ts);
    print(std::vector<bool>{ts[0].cancelled(), ts[1].cancelled()});
}

int main() { asyncio::run(async_main()); }
