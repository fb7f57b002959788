// expect: ended or stopped
// Twenty thousand requests at once: those of the next run must not wait behind them.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <string>
#include <vector>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  std::vector<asyncio::Task<web::Response>> tasks;
  for (int i = 0; i < 20'000; ++i) tasks.push_back(asyncio::create_task(web::fetch("nothing?" + std::to_string(i))));
  std::puts("asked");
  for (auto& task : tasks) try {
      co_await task;
    } catch (...) {
    }
  std::puts("all");
}

int main() { asyncio::run(async_main()); }
