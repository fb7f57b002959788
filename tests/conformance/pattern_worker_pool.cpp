// A pool of workers on one queue: as many jobs at a time as there are workers, no job waits for a slow slice.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> worker(int n, asyncio::Queue<int>& jobs, std::vector<int>& results) {
    for (;;) {
        int job = co_await jobs.get();
        co_await asyncio::sleep(std::chrono::milliseconds(job));
        results.push_back(job);
        print("worker", n, "did", job);
        jobs.task_done();
    }
}
Coro<void> async_main() {
    asyncio::Queue<int> jobs;
    std::vector<int> results;
    for (int job : {50, 10, 10, 15, 40}) jobs.put_nowait(job);
    std::vector<asyncio::Task<void>> workers;
    for (int n = 0; n < 2; ++n) workers.push_back(asyncio::create_task(worker(n, jobs, results)));
    co_await jobs.join();
    for (auto& w : workers) w.cancel();
    co_await asyncio::gather(asyncio::return_exceptions, workers);
    std::vector<bool> cancelled;
    for (auto& w : workers) cancelled.push_back(w.cancelled());
    print(results, cancelled);
}

int main() { asyncio::run(async_main()); }
