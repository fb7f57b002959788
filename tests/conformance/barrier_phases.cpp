// Phases of a computation: nobody begins the second before all have ended the first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> worker(std::string n, int ms, asyncio::Barrier& b, std::vector<std::pair<int, std::string>>& log) {
    for (int phase : {1, 2}) {
        co_await asyncio::sleep(std::chrono::milliseconds(ms));
        log.emplace_back(phase, n);
        int i = co_await b.wait();
        if (i == 0) print("first to arrive in phase", phase, "was", n);
    }
}
Coro<void> async_main() {
    asyncio::Barrier b(3);
    std::vector<std::pair<int, std::string>> log;
    co_await asyncio::gather(worker("a", 30, b, log), worker("b", 10, b, log), worker("c", 20, b, log));
    std::vector<int> phases;
    std::vector<std::string> names;
    for (auto& [phase, n] : log) {
        phases.push_back(phase);
        names.push_back(n);
    }
    print(phases);
    print(names);
}

int main() { asyncio::run(async_main()); }
