// PriorityQueue gives the smallest first; tuples are compared element by element.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> async_main() {
    asyncio::PriorityQueue<int> q;
    for (int x : {5, 1, 4, 2, 3}) q.put_nowait(x);
    std::vector<int> got;
    while (!q.empty()) got.push_back(co_await q.get());
    print(got);
    using Job = std::pair<int, std::string>;
    asyncio::PriorityQueue<Job> jobs;
    for (Job job : std::vector<Job>{{2, "write"}, {1, "think"}, {3, "sleep"}, {1, "read"}}) co_await jobs.put(job);
    while (!jobs.empty()) print(co_await jobs.get());
}

int main() { asyncio::run(async_main()); }
