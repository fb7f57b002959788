// expect: ended or stopped
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  std::vector<asyncio::Task<web::WebSocket>> tasks;
  auto connect = []() -> asyncio::Coro<web::WebSocket> { co_return co_await web::WebSocket::connect("silent"); };
  for (int i = 0; i < 2'000; ++i) tasks.push_back(asyncio::create_task(connect()));
  for (auto& task : tasks) try {
      co_await task;
    } catch (...) {
    }
  std::puts("all");
}

int main() { asyncio::run(async_main()); }
