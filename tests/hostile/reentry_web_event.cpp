// expect: ended
// The program tells itself of events that never were.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>

extern "C" void asyncio_web_event(int, int, int);

asyncio::Coro<void> async_main() {
  auto task = asyncio::create_task(asyncio::web::fetch("nothing"));
  co_await asyncio::sleep(std::chrono::seconds(0));
  for (int kind = -1; kind < 300; ++kind)
    for (int id = -1; id < 4; ++id) asyncio_web_event(id, kind, 0);
  std::puts("told");
  co_await asyncio::wait_for(task, std::chrono::milliseconds(100));
}

int main() { asyncio::run(async_main()); }
