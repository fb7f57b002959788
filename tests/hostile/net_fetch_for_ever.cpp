// expect: stopped
// Requests that are dropped as soon as they are made.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <string>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  for (int i = 0;; ++i) {
    auto task = asyncio::create_task(web::fetch("nothing?" + std::to_string(i)));
    co_await asyncio::sleep(0s);
    task.cancel();
    try {
      co_await task;
    } catch (...) {
    }
  }
}

int main() { asyncio::run(async_main()); }
