// Ten thousand tasks with none to two yields each: all finish, those with fewer yields first.
#include <asyncio/asyncio.hpp>
#include "pyprint.hpp"
using namespace std::chrono_literals;
using asyncio::Coro;

Coro<int> work(int n, std::vector<int>& finished) {
    for (int i = 0; i < n % 3; ++i) co_await asyncio::sleep(0ms);
    finished.push_back(n);
    co_return n;
}
Coro<void> async_main() {
    std::vector<int> finished;
    std::vector<asyncio::Task<int>> ts;
    for (int n = 0; n < 10000; ++n) ts.push_back(asyncio::create_task(work(n, finished)));
    auto results = co_await asyncio::gather(ts);
    long total = 0;
    for (int r : results) total += r;
    print(total, finished.size(), std::vector<int>(finished.begin(), finished.begin() + 3),
          std::vector<int>(finished.end() - 3, finished.end()));
    print(asyncio::all_tasks().size());
}

int main() { asyncio::run(async_main()); }
