// expect: failed "Deadlock"
#include <asyncio/asyncio.hpp>
#include <cstdio>

using namespace std::chrono_literals;

asyncio::Coro<void> async_main() {
  asyncio::Event event;
  co_await event.wait();
}

int main() { asyncio::run(async_main()); }
