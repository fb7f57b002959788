// FIRST_COMPLETED: returns with the first one done; the others go on.
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
    std::vector<asyncio::Task<std::string>> pending;
    pending.push_back(asyncio::create_task(child("a", 30)));
    pending.push_back(asyncio::create_task(child("b", 10)));
    pending.push_back(asyncio::create_task(child("c", 20)));
    while (!pending.empty()) {
        auto r = co_await asyncio::wait(pending, {.return_when = asyncio::FIRST_COMPLETED});
        pending = r.pending;
        std::vector<std::string> done;
        for (auto& t : r.done) done.push_back(t.result());
        print(done, pending.size());
    }
}

int main() { asyncio::run(async_main()); }
