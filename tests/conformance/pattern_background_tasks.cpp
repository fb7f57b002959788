// Keeping track of background tasks: a set that each task leaves by a done callback, and that is emptied at the end.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<asyncio::Task<void>> background;
void spawn(Coro<void> coro) {
    auto t = asyncio::create_task(std::move(coro));
    background.push_back(t);
    t.add_done_callback([](asyncio::Task<void> done) { std::erase(background, done); });
}
Coro<void> job(int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    print("job", ms);
}
Coro<void> async_main() {
    for (int ms : {10, 90, 50}) spawn(job(ms));
    print("running", background.size());
    co_await asyncio::sleep(30ms);
    print("running", background.size());
    while (!background.empty()) co_await asyncio::wait(background);
    print("all done");
}

int main() { asyncio::run(async_main()); }
