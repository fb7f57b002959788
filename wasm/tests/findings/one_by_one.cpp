// finds: sequential 13
#include <asyncio/asyncio.hpp>

using namespace std::chrono_literals;

asyncio::Coro<int> fetch(int page) {
  co_await asyncio::sleep(std::chrono::seconds(page));
  co_return page;
}

asyncio::Coro<void> parent() {
  for (int page = 1; page <= 3; ++page) {
    auto task = asyncio::create_task(fetch(page));
    co_await task;
  }
}

int main() { asyncio::run(parent()); }
