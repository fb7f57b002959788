// Limiting concurrency: slices wait for their slowest member, a semaphore does not.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

std::vector<std::string> order;
Coro<void> job(std::string n, int ms) {
    co_await asyncio::sleep(std::chrono::milliseconds(ms));
    order.push_back(n);
}
Coro<void> limited(asyncio::Semaphore& sem, std::string n, int ms) {
    auto guard = co_await sem.scoped_lock();
    co_await job(n, ms);
}
Coro<void> async_main() {
    std::vector<std::pair<std::string, int>> jobs{{"a", 60}, {"b", 10}, {"c", 10}, {"d", 20}};
    for (std::size_t i = 0; i < 4; i += 2)
        co_await asyncio::gather(job(jobs[i].first, jobs[i].second), job(jobs[i + 1].first, jobs[i + 1].second));
    print("slices", order);
    order.clear();
    asyncio::Semaphore sem(2);
    std::vector<Coro<void>> coros;
    for (auto& [n, ms] : jobs) coros.push_back(limited(sem, n, ms));
    co_await asyncio::gather(std::move(coros));
    print("semaphore", order);
}

int main() { asyncio::run(async_main()); }
