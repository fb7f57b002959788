// Three workers, seven jobs: join waits until each job is done, then the workers are sent home.
#include <asyncio/asyncio.hpp>
#include <print>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

Coro<void> worker(std::string name, asyncio::Queue<int>& jobs) {
  for (;;) {
    int job = co_await jobs.get();
    co_await asyncio::sleep(job * 100ms);
    std::println("{} did {}", name, job);
    jobs.task_done();
  }
}

Coro<void> async_main() {
  asyncio::Queue<int> jobs;
  for (int job : {5, 2, 4, 6, 7, 1, 3}) jobs.put_nowait(job);
  std::vector<asyncio::Task<void>> workers;
  for (auto name : {"ada", "bob", "eve"}) workers.push_back(asyncio::create_task(worker(name, jobs)));
  co_await jobs.join();
  for (auto& one : workers) one.cancel();
  co_await asyncio::gather(asyncio::return_exceptions, std::move(workers));
  std::println("all is done");
}

int main() { asyncio::run(async_main()); }
